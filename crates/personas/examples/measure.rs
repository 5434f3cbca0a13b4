//! Measures the search for personas on made-up facts: seconds for each step.
//!
//! Usage  cargo run --release -p prosopon-personas --example measure -- [PEOPLE] [CLASSES]
//!
//! Every person has about twelve facts out of sixty common ones; with one class
//! all of them are noise, and no persona may be found.

use std::error::Error;
use std::io::Write;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use lake::{Bench, Lake, Limits, Manifest, Step, Threads};
use model::tables::found::{PersonFact, Persona, PersonaSearch, Topic};
use model::{AccountId, DecisionId, PersonId, PersonaKind};
use prosopon_personas::{Settings, steps};
use stats::Draws;

/// Subjects with the number of their values and of the facts a person has in each.
const SUBJECTS: [(&str, usize, usize); 6] = [
    ("function", 10, 1),
    ("role", 8, 1),
    ("goal", 12, 2),
    ("pain", 12, 2),
    ("question", 10, 2),
    ("feature", 16, 5),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut numbers = std::env::args().skip(1).map(|n| n.parse::<usize>());
    let n_people = numbers.next().transpose()?.unwrap_or(20_000);
    let n_classes = numbers.next().transpose()?.unwrap_or(5);
    let folder = tempfile::tempdir()?;
    lake::create_run_folder(folder.path(), "1")?;
    let go = AtomicBool::new(false);
    let threads = Threads {
        limits: Limits {
            n_threads: 2,
            n_buckets: 16,
            memory: 1 << 30,
        },
        lake_folder: folder.path(),
        run_folder: Lake::run_folder("1"),
        is_cancelled: &go,
    };
    let lake = Lake {
        folder: folder.path().to_owned(),
        manifest: Manifest::default(),
    };
    let mut bench = Bench::new(&threads, lake);
    bench.write::<Topic>(&[])?;
    bench.write(&facts(n_people, n_classes))?;
    let mut out = std::io::stdout().lock();
    // The first two steps make the facts that are made up here.
    for step in steps(&Settings::default()).iter().skip(2) {
        measure(step.as_ref(), &mut bench, &mut out)?;
    }
    for row in bench.rows::<PersonaSearch>()? {
        writeln!(
            out,
            "{} classes, stability {:.2}: {}",
            row.n_classes, row.stability, row.verdict
        )?;
    }
    for row in bench.rows::<Persona>()? {
        writeln!(out, "{} people: {}", row.n_people, row.name)?;
    }
    Ok(())
}

fn measure(
    step: &dyn Step,
    bench: &mut Bench<'_>,
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    step.run(bench)?;
    writeln!(
        out,
        "{}: {:.1} s",
        step.name(),
        start.elapsed().as_secs_f64()
    )?;
    Ok(())
}

fn facts(n_people: usize, n_classes: usize) -> Vec<PersonFact> {
    let mut draws = Draws::new(3, 3);
    let mut facts = Vec::new();
    for who in 0..n_people {
        let class = draws.below(n_classes);
        for (subject, n_values, n_facts) in SUBJECTS {
            let mut values = std::collections::BTreeSet::new();
            for _ in 0..n_facts {
                let is_own = n_classes > 1 && draws.happens(0.6);
                let own = (class + draws.below(2)) % n_values;
                values.insert(if is_own { own } else { draws.below(n_values) });
            }
            facts.extend(values.iter().map(|value| fact(who, subject, *value)));
        }
    }
    facts
}

fn fact(who: usize, subject: &str, value: usize) -> PersonFact {
    let account = (who / 10).to_string();
    PersonFact {
        account_id: AccountId::derive(&[&account]),
        kind: PersonaKind::Buyer,
        decision_id: DecisionId::derive(&[&account]),
        person_id: PersonId::derive(&[&who.to_string()]),
        subject: subject.to_owned(),
        value: format!("{subject} {value}"),
        weight: 1.0,
        evidence: vec![format!("made up {who}")],
    }
}
