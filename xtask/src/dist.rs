//! The release archive: `cargo run -p xtask -- dist`.
//!
//! Reads   the release binary, which it builds first
//! Writes  `dist/prosopon-<version>-<target>.tar.gz`: binary, manual, completions, licence

use std::io::Write;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

const SHELLS: &[&str] = &["bash", "zsh", "fish"];

/// Builds, gathers and packs.
pub(crate) fn run(root: &Path) -> Result<()> {
    call(Command::new("cargo").args(["build", "--release", "--locked"]))?;
    let binary = super::real_input::release_binary()?;
    let name = format!(
        "prosopon-{}-{}-{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::ARCH,
        std::env::consts::OS
    );
    let folder = root.join("dist").join(&name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(folder.join("completions"))?;
    std::fs::copy(&binary, folder.join("prosopon")).context("cannot copy the binary")?;
    call(Command::new("strip").arg(folder.join("prosopon")))?;
    call(
        Command::new(&binary)
            .args(["man", "--dir"])
            .arg(folder.join("man")),
    )?;
    for shell in SHELLS {
        let script = Command::new(&binary)
            .args(["completions", shell])
            .output()?;
        ensure!(script.status.success(), "no completions for {shell}");
        std::fs::write(folder.join("completions").join(shell), script.stdout)?;
    }
    for file in ["LICENSE", "NOTICE", "README.md", "CHANGELOG.md"] {
        std::fs::copy(root.join(file), folder.join(file))
            .with_context(|| format!("cannot copy {file}"))?;
    }
    let archive = root.join("dist").join(format!("{name}.tar.gz"));
    call(
        Command::new("tar")
            .arg("-czf")
            .arg(&archive)
            .arg("-C")
            .arg(root.join("dist"))
            .arg(&name),
    )?;
    writeln!(anstream::stdout(), "{}", archive.display())?;
    Ok(())
}

fn call(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot run {command:?}"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}
