//! `prosopon build`: base tables become published answers, in one commit.
//!
//! Reads   base tables
//! Writes  derived tables under `run=<id>/`, `published-<run>.db`, the row `current_run`
//!
//! The list of steps is made here and nowhere else. Before the commit nothing
//! has changed for anybody who reads.

mod publish;

use anyhow::{Result, bail};
use api::Facade;
use api::counts::Totals;
use lake::{Bench, Lake, LakeError, Manifest, Step};
use model::Day;
use model::tables::base::FileRow;
use serde::Serialize;
use serde_json::json;
use store::{About, IdentityAct, KeptAnswer, RoleAnswer, Run, RunKind, identity_in_force};

use crate::clock;
use crate::config::Config;
use crate::effort::Effort;
use crate::exit::{Failure, Kind};
use crate::workspace::{State, Workspace};

/// What the user asked for.
pub(crate) struct Request {
    /// The day the answers are for: contracts that end later lie ahead.
    pub(crate) as_of: Day,
    /// The seed of everything random.
    pub(crate) seed: u64,
    /// Leave personas out.
    pub(crate) without_personas: bool,
}

/// What was built.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Outcome {
    /// The run.
    pub(crate) run_id: String,
    /// The day the answers are for.
    pub(crate) as_of: String,
    /// What is known now, in numbers.
    pub(crate) totals: Totals,
    /// Rows by published table.
    pub(crate) rows: std::collections::BTreeMap<String, usize>,
    /// Steps with their times and peak memory.
    pub(crate) steps: serde_json::Value,
}

/// Every step of a build in which nobody decided anything, in order.
pub(crate) fn steps(config: &Config, request: &Request) -> Vec<Box<dyn Step>> {
    steps_with(config, request, (Vec::new(), &[]))
}

/// Every step of a build, in order, with what people decided: who is who, and who plays
/// which part.
fn steps_with(
    config: &Config,
    request: &Request,
    (rulings, answers): (Vec<resolve::Ruling>, &[KeptAnswer]),
) -> Vec<Box<dyn Step>> {
    let ours = &config.ours;
    let own_name = Some(ours.name.clone()).filter(|name| !name.is_empty());
    let mut steps = resolve::steps(&resolve::Settings {
        sides: resolve::accounts::Sides {
            own_domains: ours.domains.clone(),
            own_names: own_name.into_iter().collect(),
            partner_domains: ours.partner_domains.clone(),
            partner_names: Vec::new(),
        },
        own_people: ours.people.clone(),
        rulings,
    });
    steps.extend(roles::steps(&roles::Settings {
        as_of: request.as_of,
        rules: roles::Rules {
            confirmations: answers
                .iter()
                .map(|kept| confirmation(&kept.answer))
                .collect(),
            ..roles::Rules::default()
        },
    }));
    if !request.without_personas {
        steps.extend(personas::steps(&personas::Settings {
            seed: request.seed,
            ..personas::Settings::default()
        }));
    }
    steps
}

fn confirmation(answer: &RoleAnswer) -> roles::Confirmation {
    roles::Confirmation {
        decision_id: answer.decision_id,
        mention_id: answer.mention_id,
        role: answer.role,
        holds: answer.holds,
    }
}

/// Builds and commits.
pub(crate) fn build(
    workspace: &mut Workspace,
    request: &Request,
    effort: &Effort<'_>,
) -> Result<Outcome> {
    let lock = workspace.lock()?;
    if workspace.state.base.tables.is_empty() {
        bail!(Failure::new(
            Kind::NotBuilt,
            "there is nothing to build from; run `prosopon import PATH` first".to_owned(),
        ));
    }
    let started = clock::now();
    let run_id = clock::run_id();
    let base = workspace.base_lake();
    let derived = derive(workspace, &base, (&run_id, request), effort).inspect_err(|_| {
        // A full disk must not stay full; whatever is left goes with the next writer.
        drop(workspace.sweep());
    })?;
    let state = State {
        n_imports_built: workspace.state.n_imports,
        derived: derived.tables,
        published: Some(derived.published),
        ..workspace.state.clone()
    };
    let run = Run {
        started,
        ..run(workspace, &base, (&run_id, request), effort)?
    };
    workspace.commit(run, state)?;
    drop(lock);
    Ok(Outcome {
        run_id,
        as_of: request.as_of.to_string(),
        totals: Facade::open(&workspace.published_path()?)?.totals()?,
        rows: derived.rows,
        steps: effort.progress.timings(),
    })
}

/// What a build wrote and nothing names yet.
pub(crate) struct Derived {
    /// The derived tables.
    pub(crate) tables: Manifest,
    /// The file of published results, relative to the workspace.
    pub(crate) published: String,
    /// Rows by published table.
    rows: std::collections::BTreeMap<String, usize>,
}

/// Derives and publishes from the base tables of `base`; commits nothing.
pub(crate) fn derive(
    workspace: &Workspace,
    base: &Lake,
    (run_id, request): (&str, &Request),
    effort: &Effort<'_>,
) -> Result<Derived> {
    let answers = workspace.control.confirmations()?;
    let decided = (rulings(workspace)?, answers.as_slice());
    let steps = steps_with(&workspace.config, request, decided);
    let tables = run_steps(base, run_id, &steps, effort)?;
    let published = format!("published-{run_id}.db");
    let mut lake = base.clone();
    lake.manifest.extend(&tables);
    effort.progress.begin("publish", 0);
    let about = About {
        run_id: run_id.to_owned(),
        as_of: request.as_of,
    };
    let path = workspace.root.join(&published);
    let rows = publish::publish(&lake, (&path, &about), effort)?;
    effort.progress.end("publish");
    Ok(Derived {
        tables,
        published,
        rows,
    })
}

/// What people decided about who is who, and nobody has undone.
fn rulings(workspace: &Workspace) -> Result<Vec<resolve::Ruling>> {
    let log = workspace.control.identity_log()?;
    let ruling = |entry: &store::IdentityEntry| {
        let (is_one, lefts, rights) = match &entry.act {
            IdentityAct::Merge { lefts, rights } => (true, lefts, rights),
            IdentityAct::Apart { lefts, rights } => (false, lefts, rights),
            IdentityAct::Undo { .. } => return None,
        };
        Some(resolve::Ruling {
            is_one,
            lefts: lefts.clone(),
            rights: rights.clone(),
        })
    };
    let in_force = identity_in_force(&log);
    Ok(in_force.into_iter().filter_map(ruling).collect())
}

/// The row of a build that has come to its end.
pub(crate) fn run(
    workspace: &Workspace,
    base: &Lake,
    (run_id, request): (&str, &Request),
    effort: &Effort<'_>,
) -> Result<Run> {
    Ok(Run {
        run_id: run_id.to_owned(),
        kind: RunKind::Build,
        started: clock::now(),
        finished: clock::now(),
        seed: i64::try_from(request.seed).unwrap_or(i64::MAX),
        settings: json!({
            "as_of": request.as_of, "version": env!("CARGO_PKG_VERSION"), "ours": workspace.config.ours,
            "without_personas": request.without_personas,
        }),
        inputs: fingerprints(base)?,
        steps: effort.progress.timings(),
        manifest: serde_json::Value::Null,
    })
}

/// What the last build was asked for; `None` when there was none.
pub(crate) fn last_request(workspace: &Workspace) -> Result<Option<Request>> {
    let Some(run) = workspace.control.latest_run(RunKind::Build)? else {
        return Ok(None);
    };
    let as_of = run.settings.get("as_of").and_then(|day| day.as_str());
    let without = run.settings.get("without_personas");
    Ok(Some(Request {
        as_of: as_of
            .and_then(Day::parse_iso)
            .unwrap_or_else(|| run.finished.day()),
        seed: u64::try_from(run.seed).unwrap_or_default(),
        without_personas: without
            .and_then(serde_json::Value::as_bool)
            .unwrap_or(false),
    }))
}

fn run_steps(
    base: &Lake,
    run_id: &str,
    steps: &[Box<dyn Step>],
    effort: &Effort<'_>,
) -> Result<Manifest> {
    lake::create_run_folder(&base.folder, run_id)?;
    let threads = effort.threads(&base.folder, run_id);
    let mut bench = Bench::new(&threads, base.clone());
    effort.progress.begin("build", steps.len() as u64);
    for step in steps {
        if effort.is_cancelled() {
            return Err(LakeError::Cancelled.into());
        }
        effort.progress.begin(step.name(), 0);
        step.run(&mut bench)?;
        effort.progress.end(step.name());
        effort.progress.step("build", step.name());
    }
    effort.progress.end("build");
    Ok(bench.finish())
}

/// The files behind a build: path, hash of the bytes, rows.
fn fingerprints(lake: &Lake) -> Result<serde_json::Value> {
    let files = lake.rows::<FileRow>()?;
    Ok(files
        .iter()
        .map(|file| json!({ "path": file.path, "file_id": file.file_id, "n_rows": file.n_rows }))
        .collect())
}
