//! Which part may depend on which: the house of ARCHITECTURE.md, as a check.

use std::path::Path;

use anyhow::{Context, Result};

const PURE: &[&str] = &["model", "stats", "text", "lake"];

/// Each part and the parts it may name in its manifest.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("stats", &[]),
    ("text", &["model"]),
    ("lake", &["model"]),
    ("sources", PURE),
    ("resolve", PURE),
    ("roles", PURE),
    ("personas", PURE),
    ("store", &["model"]),
    ("api", &["model", "store"]),
    ("web", &["model", "api"]),
    ("sample", &["model"]),
    ("score", &["model", "store"]),
];

const PARTS: &[&str] = &[
    "model", "stats", "text", "lake", "sources", "resolve", "roles", "personas", "store", "api",
    "web", "sample", "score", "app",
];

/// Manifests that name a part they may not use.
pub(crate) fn wrong_directions(root: &Path) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for (part, allowed) in MAY_USE {
        let path = root.join("crates").join(part).join("Cargo.toml");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read `{}`", path.display()))?;
        let manifest: toml::Table = text
            .parse()
            .with_context(|| format!("in `{}`", path.display()))?;
        findings.extend(wrong_in(part, allowed, &manifest));
    }
    Ok(findings)
}

fn wrong_in(part: &str, allowed: &[&str], manifest: &toml::Table) -> Vec<String> {
    let used = manifest.get("dependencies").and_then(toml::Value::as_table);
    let names = used.into_iter().flat_map(|table| table.keys());
    names
        .filter(|name| PARTS.contains(&name.as_str()) && !allowed.contains(&name.as_str()))
        .map(|name| format!("`{part}` depends on `{name}`, which ARCHITECTURE.md does not allow"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_that_names_another_stage_is_found() {
        let manifest: toml::Table =
            "[dependencies]\nroles.workspace = true\nmodel.workspace = true"
                .parse()
                .unwrap();
        let found = wrong_in("resolve", PURE, &manifest);
        assert_eq!(
            found,
            ["`resolve` depends on `roles`, which ARCHITECTURE.md does not allow"]
        );
    }
}
