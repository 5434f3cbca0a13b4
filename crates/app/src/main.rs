//! The binary `prosopon`: who plays which part in which decision, with the evidence.

mod build;
mod cli;
mod clock;
mod commands;
mod config;
mod effort;
mod exit;
mod import;
mod infer;
mod linking;
mod memory;
mod privacy;
mod progress;
mod sample_files;
mod table;
mod workspace;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::note(&format!("error: {}", exit::words(&error)));
            exit::code_of(&error)
        }
    }
}
