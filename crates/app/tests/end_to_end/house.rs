//! What ARCHITECTURE.md says and can be checked.

use std::path::Path;

use super::Desk;

#[test]
fn every_part_of_the_map_is_there_and_every_part_is_on_the_map() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let map = std::fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    for entry in std::fs::read_dir(root.join("crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            map.contains(&format!("`crates/{name}`")),
            "{name} is not on the map"
        );
    }
    let named = map
        .split("`crates/")
        .skip(1)
        .filter_map(|rest| rest.split('`').next());
    for name in named {
        assert!(
            root.join("crates").join(name).exists(),
            "{name} is not there"
        );
    }
}

#[test]
fn every_step_reads_what_is_there_before_it() {
    let desk = Desk::new();
    desk.run(&["init", "--no-input", "--own-domain", "ours.example"]);
    let plan = desk.json(&["build", "--plan"]);
    let mut there: Vec<String> = model::tables::base()
        .iter()
        .map(|t| t.name.to_owned())
        .collect();
    let name = |shown: &serde_json::Value| {
        let shown = shown.as_str().unwrap();
        shown.split('[').next().unwrap().to_owned()
    };
    let steps = plan.as_array().unwrap();
    assert!(steps.len() > 10);
    for step in steps {
        for table in step["reads"].as_array().unwrap() {
            assert!(
                there.contains(&name(table)),
                "{} reads {table}",
                step["step"]
            );
        }
        there.extend(step["writes"].as_array().unwrap().iter().map(name));
    }
}

#[test]
fn every_command_teaches_by_example() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    let commands = help
        .split("Commands:")
        .nth(1)
        .unwrap()
        .split("Options:")
        .next()
        .unwrap();
    let names: Vec<&str> = commands
        .lines()
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect();
    assert!(names.len() > 12, "{names:?}");
    for name in names {
        let below: &[&str] = match name {
            "persona" => &["list"],
            "privacy" => &["export"],
            _ => &[],
        };
        let args: Vec<&str> = [name]
            .iter()
            .chain(below)
            .copied()
            .chain(["--help"])
            .collect();
        assert!(desk.run(&args).contains("Example"), "{name}");
    }
}
