//! The whole way from a table to groups, on made-up tables with known truth, and
//! on tables that are bad in ways that real ones are.

use stats::Draws;

use super::*;

/// Rows of a made-up table, and who each one is.
struct MadeUp {
    names: Vec<String>,
    rows: Vec<Vec<String>>,
    truth: Vec<u32>,
}

const COLUMNS: [&str; 5] = ["first name", "surname", "dob", "email", "city"];

/// `n` people with one to four records each, every third of them with a slip.
fn people(n: usize, seed: u64) -> MadeUp {
    let mut draws = Draws::new(seed, 0);
    let mut made = MadeUp {
        names: COLUMNS.map(str::to_owned).to_vec(),
        rows: Vec::new(),
        truth: Vec::new(),
    };
    for person in 1..=n {
        let (given, family) = (word(&mut draws, 2), word(&mut draws, 3));
        let day = format!(
            "{}-{:02}-{:02}",
            1940 + draws.below(60),
            1 + draws.below(12),
            1 + draws.below(28)
        );
        let host = ["quay", "harbor", "mill"][draws.below(3)];
        let city = ["Ulm", "Bonn", "Trier", "Kiel"][draws.below(4)].to_owned();
        let email = format!("{given}.{family}{person}@{host}.example");
        for _ in 0..1 + draws.below(4) {
            let mut row = [&given, &family, &day, &email, &city].map(Clone::clone);
            for cell in &mut row {
                if draws.happens(0.1) {
                    cell.clear();
                } else if draws.happens(0.1) {
                    *cell = slip(cell, &mut draws);
                }
            }
            made.rows.push(row.to_vec());
            made.truth.push(u32::try_from(person).unwrap());
        }
    }
    made
}

fn word(draws: &mut Draws, n: usize) -> String {
    let syllables = [
        "ba", "do", "ki", "lu", "me", "no", "ra", "si", "ta", "vo", "ze", "gu",
    ];
    let word = (0..n).map(|_| syllables[draws.below(12)]);
    word.collect::<Vec<_>>().concat() + ["n", "r", "s"][draws.below(3)]
}

fn slip(text: &str, draws: &mut Draws) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = draws.below(letters.len().max(2) - 1);
    if letters.len() > 1 {
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}

impl MadeUp {
    fn of(names: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self {
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            truth: vec![1; rows.len()],
            rows,
        }
    }

    fn in_order(&self, order: &[usize]) -> (Table, Vec<u32>) {
        let mut builder = TableBuilder::new(&self.names);
        for at in order {
            builder.push(self.rows[*at].iter().map(String::as_str));
        }
        let (table, places) = builder.finish();
        let truth = places
            .iter()
            .map(|place| self.truth[order[*place as usize]]);
        (table, truth.collect())
    }

    fn table(&self) -> (Table, Vec<u32>) {
        self.in_order(&(0..self.rows.len()).collect::<Vec<_>>())
    }

    fn linked(&self) -> (Linked, Agreement) {
        let (table, truth) = self.table();
        let linked = link(&table, &Draft::default(), 2).unwrap();
        let agreement = evaluate(&linked.group_of_rows(), &truth);
        (linked, agreement)
    }
}

#[test]
fn people_are_found_without_being_told_how() {
    let (linked, found) = people(400, 1).linked();
    assert_eq!(linked.report.refused, None);
    assert!(
        linked.report.doubts.is_empty(),
        "{:?}",
        linked.report.doubts
    );
    // One cell in five is empty or wrong; of five cells two wrong ones can make a
    // record unrecognisable, which happens to one in forty.
    assert!(
        found.pair_f1 > 0.96 && found.pair_precision > 0.98,
        "{found:?}"
    );
}

#[test]
fn twenty_orders_and_any_threads_give_one_partition() {
    let made = people(150, 2);
    let (table, _) = made.table();
    let expected = link(&table, &Draft::default(), 1).unwrap().groups;
    let mut order: Vec<usize> = (0..made.rows.len()).collect();
    for seed in 0..20 {
        let mut draws = Draws::new(seed, 7);
        for at in (1..order.len()).rev() {
            order.swap(at, draws.below(at + 1));
        }
        let (table, _) = made.in_order(&order);
        let n_threads = 1 + draws.below(4);
        let found = link(&table, &Draft::default(), n_threads).unwrap().groups;
        assert_eq!(found, expected, "order {seed}");
    }
}

#[test]
fn the_lines_of_a_waterfall_add_up_exactly() {
    let (linked, _) = people(200, 3).linked();
    for right in 1..60 {
        let (lines, score_bits, _) = linked.waterfall(0, right);
        let milli: i64 = lines
            .iter()
            .map(|line| (line.weight_bits * 1_000.0).round() as i64)
            .sum();
        assert_eq!(milli, (score_bits * 1_000.0).round() as i64);
    }
}

#[test]
fn a_study_that_was_printed_is_the_study_that_is_used() {
    let (table, _) = people(100, 4).table();
    let (study, _) = complete(&table, &Draft::default()).unwrap();
    let draft = Draft {
        columns: study.columns.clone(),
        rules: Some(study.rules.clone()),
        thresholds: Some(study.thresholds),
        estimation: Some(study.estimation),
    };
    assert_eq!(complete(&table, &draft).unwrap().0, study);
}

#[test]
fn a_thin_table_is_not_trusted_and_asks() {
    let rows = [["Ada", "Quill"], ["Ada", "Quill"], ["Bo", "Reed"]];
    let rows = rows
        .iter()
        .map(|row| row.iter().map(|c| (*c).to_owned()).collect());
    let made = MadeUp::of(&["first name", "surname"], rows.collect());
    let (linked, _) = made.linked();
    assert!(linked.report.refused.is_some());
    assert_eq!(linked.groups.len(), 0);
    assert_ne!(linked.waterfall(0, 1).2, Outcome::Link);
}

#[test]
fn wrong_studies_say_what_is_wrong() {
    let (table, _) = people(20, 5).table();
    let with = |draft: Draft| link(&table, &draft, 1).err().map(|error| error.code());
    let columns = [("town".to_owned(), Kind::Place)].into();
    assert_eq!(
        with(Draft {
            columns,
            ..Draft::default()
        }),
        Some("study_no_column")
    );
    let rules = Some(vec![Rule {
        keys: vec!["dob.moon".to_owned()],
    }]);
    assert_eq!(
        with(Draft {
            rules,
            ..Draft::default()
        }),
        Some("study_no_key")
    );
    let thresholds = Some(Thresholds {
        link_bits: f64::NAN,
        ..Thresholds::default()
    });
    assert_eq!(
        with(Draft {
            thresholds,
            ..Draft::default()
        }),
        Some("study_thresholds")
    );
}

/// Adds columns to a made-up table.
fn with_columns(mut made: MadeUp, name: &str, cell: impl Fn(usize) -> String) -> MadeUp {
    made.names.push(name.to_owned());
    for (at, row) in made.rows.iter_mut().enumerate() {
        row.push(cell(at));
    }
    made
}

#[test]
fn columns_that_tell_nothing_change_nothing() {
    let made = people(300, 6);
    let (plain, _) = made.linked();
    let made = with_columns(made, "country", |_| "DE".to_owned());
    let made = with_columns(made, "row id", |at| format!("R{at:05}"));
    let made = with_columns(made, "fax", |_| "null".to_owned());
    let (padded, found) = made.linked();
    assert_eq!(padded.groups.len(), plain.groups.len());
    assert!(found.pair_f1 > 0.95, "{found:?}");
    let notes = padded.profiles.iter().filter(|p| p.note.is_some()).count();
    assert_eq!(notes, 3);
}

#[test]
fn a_value_in_most_rows_and_placeholder_dates_join_nobody() {
    let made = with_columns(people(300, 8), "state", |at| {
        if at % 10 == 0 {
            format!("S{}", at % 3)
        } else {
            "open".to_owned()
        }
    });
    let made = with_columns(made, "born", |_| "01/01/1900".to_owned());
    let (_, found) = made.linked();
    assert!(
        found.pair_precision > 0.98 && found.pair_recall > 0.9,
        "{found:?}"
    );
}

#[test]
fn thousands_of_one_name_are_survived_and_reported() {
    let mut made = people(200, 9);
    for at in 0..2_000 {
        let mut row = vec![String::new(); made.names.len()];
        row[0] = "Ada".to_owned();
        row[1] = "Quill".to_owned();
        made.rows.push(row);
        made.truth.push(10_000 + at);
    }
    let (linked, found) = made.linked();
    assert!(linked.report.rules.iter().any(|rule| rule.n_split > 0));
    assert!(linked.report.rules.iter().any(|rule| rule.n_left_out > 0));
    assert!(linked.report.n_pairs < 500_000, "{}", linked.report.n_pairs);
    assert!(found.pair_precision > 0.98, "{found:?}");
}

#[test]
fn names_in_one_field_and_mixed_scripts_are_read() {
    let made = people(300, 10);
    let rows = made.rows.iter().map(|row| {
        let name = format!("{} {}", row[0], row[1]);
        vec![name, row[2].clone(), row[3].clone()]
    });
    let mut whole = MadeUp::of(&["name", "dob", "email"], rows.collect());
    whole.truth.clone_from(&made.truth);
    for (at, (name, day)) in [("Юрий Ким", "1970-02-03"), ("李明", "1981-11-30")]
        .iter()
        .enumerate()
    {
        for _ in 0..2 {
            whole
                .rows
                .push([*name, *day, ""].map(str::to_owned).to_vec());
            whole.truth.push(50_000 + u32::try_from(at).unwrap());
        }
    }
    let (_, found) = whole.linked();
    assert!(found.pair_f1 > 0.93, "{found:?}");
}

#[test]
fn colleagues_are_not_one_person() {
    let mut draws = Draws::new(11, 0);
    let mut made = MadeUp::of(&["name", "company", "city", "phone"], Vec::new());
    made.truth.clear();
    for person in 0..600_u32 {
        let company = person / 30;
        let name = format!("{} {}", word(&mut draws, 2), word(&mut draws, 2));
        let row = [
            name,
            format!("Harbor {company} Freight"),
            format!("City{}", company % 7),
        ];
        for _ in 0..1 + draws.below(2) {
            let mut row = row.to_vec();
            row.push(format!("+49 30 55{company:04}"));
            made.rows.push(row);
            made.truth.push(person + 1);
        }
    }
    let (_, found) = made.linked();
    assert!(found.pair_precision > 0.95, "{found:?}");
}
