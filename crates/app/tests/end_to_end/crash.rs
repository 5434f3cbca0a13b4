//! Ended at any sync or rename, the last good state is untouched.

use super::{Desk, said};

/// Ends the process at the `n`-th fail point; `false` when it came through.
fn ends_at(desk: &Desk, args: &[&str], n: usize) -> bool {
    let mut command = desk.command(args);
    command.env("PROSOPON_FAIL_AT", n.to_string());
    said(&command.output().unwrap()).code.is_none()
}

/// What a reader of the workspace sees.
fn state(desk: &Desk) -> (String, String) {
    (desk.run(&["digest"]), desk.run(&["accounts"]))
}

#[test]
fn a_build_ended_anywhere_leaves_the_old_answers_or_the_new_ones_whole() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let before = state(&desk);
    let build = [
        "build",
        "--as-of",
        "2025-01-31",
        "--quiet",
        "--threads",
        "1",
    ];
    let (mut n, mut committed) = (1, None);
    while ends_at(&desk, &build, n) {
        let after = state(&desk);
        if after != before {
            committed = Some((n, after));
            break;
        }
        // Steps sync alike, so not each of them is visited; the commit comes last.
        n += if n < 20 { 1 } else { 3 };
    }
    assert!(n > 40, "only {n} fail points were passed");
    desk.run(&build);
    let whole = state(&desk);
    assert_ne!(whole, before);
    if let Some((n, after)) = committed {
        assert_eq!(after, whole, "after fail point {n}");
    }
}

#[test]
fn a_commit_is_seen_whole_or_not_at_all() {
    let desk = Desk::with_sample("2");
    desk.build(&["--without-personas"]);
    let before = state(&desk);
    desk.write(
        "more/contacts.csv",
        b"contact_id,contact_name,email,account_name\nC1,Ada Hill,ada@new.example,New Mills\n",
    );
    let import = ["import", "more", "--quiet", "--threads", "1"];
    let mut n = 1;
    while ends_at(&desk, &import, n) {
        let after = state(&desk);
        let is_whole = after.0 != before.0;
        if is_whole {
            let again = desk.run(&["import", "more", "--quiet", "--json"]);
            assert!(again.contains("unchanged"), "{again}");
            return;
        }
        assert_eq!(after, before, "after fail point {n}");
        n += 1;
    }
    assert!(n > 3, "only {n} fail points were passed");
}

#[test]
fn what_a_killed_run_left_is_swept() {
    let desk = Desk::with_sample("2");
    assert!(ends_at(&desk, &["build", "--quiet"], 5));
    let folders = || std::fs::read_dir(desk.path("w/lake")).unwrap().count();
    let with_rest = folders();
    desk.build(&["--without-personas"]);
    assert_eq!(folders(), with_rest, "the rest went, the new run came");
}
