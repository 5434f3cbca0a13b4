//! Scratch: resolves the base tables of a workspace and prints who is who.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "scratch")]
use std::sync::atomic::AtomicBool;
use lake::{Bench, Lake, Limits, Manifest, Threads, create_run_folder};
use model::tables::resolved::{CastRow, KeyPerson, Link};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let folder = std::path::PathBuf::from(&args[1]);
    let domain = args[2].clone();
    let mut manifest = Manifest::default();
    for run in std::fs::read_dir(&folder).unwrap() {
        let run = run.unwrap().file_name().into_string().unwrap();
        if !run.starts_with("run=") || run == "run=dump" { continue; }
        for table in model::tables::base() {
            let dir = folder.join(&run).join(table.name);
            let Ok(list) = std::fs::read_dir(&dir) else { continue };
            let mut names: Vec<String> = list.map(|f| format!("{run}/{}/{}", table.name, f.unwrap().file_name().into_string().unwrap())).collect();
            names.sort();
            manifest.tables.entry(table.name.to_owned()).or_default().extend(names);
        }
    }
    let _ = std::fs::remove_dir_all(folder.join("run=dump"));
    create_run_folder(&folder, "dump").unwrap();
    let go = AtomicBool::new(false);
    let threads = Threads { limits: Limits { n_threads: 1, n_buckets: 4, memory: 1 << 30 }, lake_folder: &folder, run_folder: "run=dump".to_owned(), is_cancelled: &go };
    let mut bench = Bench::new(&threads, Lake { folder: folder.clone(), manifest });
    let settings = prosopon_resolve::Settings { sides: prosopon_resolve::accounts::Sides { own_domains: vec![domain], ..Default::default() }, own_people: vec![] };
    for step in prosopon_resolve::steps(&settings) {
        let t = std::time::Instant::now();
        step.run(&mut bench).unwrap();
        eprintln!("{} {:.2}", step.name(), t.elapsed().as_secs_f64());
    }
    for row in bench.rows::<CastRow>().unwrap() {
        println!("cast\t{}\t{}\t{}\t{}\t{}\t{}", row.native_key, row.person_id, row.account_id, row.side, row.is_placeholder, row.name);
    }
    for row in bench.rows::<KeyPerson>().unwrap() {
        println!("key\t{}\t{}\t{}", row.native_key, row.person_id, row.side);
    }
    for row in bench.rows::<Link>().unwrap() {
        println!("link\t{}\t{}\t{}\t{}\t{}", row.left_id, row.right_id, row.verdict, row.score_bits, row.waterfall);
    }
    let _ = std::fs::remove_dir_all(folder.join("run=dump"));
}
