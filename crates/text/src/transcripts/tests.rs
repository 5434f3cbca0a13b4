//! One talk in every format gives the same words, speakers and times.

use super::*;
use proptest::prelude::*;

const VTT: &str = "WEBVTT - Quarterly\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:02.500 align:start\n\
                   <v Ann Oh>We need R&amp;D on board.</v>\n\n00:00:03.000 --> 00:00:04.000\n<v Bo Li>Who <i>signs</i>?\n";
const SRT: &str = "1\n00:00:01,000 --> 00:00:02,500\nAnn Oh: We need R&D on board.\n\n2\n00:00:03,000 --> 00:00:04,000\n\
                   Bo Li: Who signs?\n";
const TSV: &str = "start\tend\tspeaker\ttext\n1000\t2500\tAnn Oh\tWe need R&D on board.\n3000\t4000\tBo Li\tWho signs?\n";
const GONG: &str = r#"{"metaData": {"id": "77", "title": "Quarterly", "started": "2025-06-15T10:00:00Z"},
 "parties": [{"speakerId": "a", "name": "Ann Oh", "affiliation": "Internal", "emailAddress": "Ann@ours.example"},
             {"speakerId": "b", "name": "Bo Li", "title": "CFO", "affiliation": "External"}],
 "context": [{"system": "Salesforce", "objects": [{"objectType": "Opportunity", "objectId": "006A"}]}],
 "transcript": [
  {"speakerId": "a", "topic": "Small talk", "sentences": [{"start": 1000, "end": 2500, "text": "We need R&D on board."}]},
  {"speakerId": "b", "sentences": [{"start": 3000, "end": 4000, "text": "Who signs?"}]}]}"#;
const SEGMENTS: &str = r#"{"text": "…", "language": "en", "segments": [
  {"id": 0, "start": 1.0, "end": 2.5, "speaker": "Ann Oh", "text": " We need R&D on board.", "tokens": [1, 2]},
  {"id": 1, "start": 3.0, "end": 4.0, "speaker": "Bo Li", "text": " Who signs?"}]}"#;
const LINES: &str = "{\"speaker\": \"Ann Oh\", \"start\": \"00:00:01\", \"content\": \"We need R&D on board.\"}\n\
                     {\"speaker\": \"Bo Li\", \"start\": \"00:00:03\", \"content\": \"Who signs?\"}\n";
const BRACKETS: &str = "[00:01.000 --> 00:02.500]  Ann Oh: We need R&D on board.\n\
                        [00:03.000 --> 00:04.000]  Bo Li: Who signs?\n";
const OTTER: &str =
    "Quarterly\n\nAnn Oh  0:01  \nWe need R&D on board.\n\nBo Li  0:03  \nWho signs?\n";
const CSV: &str = "Speaker,Start,End,Text\nAnn Oh,0:01,0:02.5,We need R&D on board.\nBo Li,0:03,0:04,\"Who signs?\"\n";

type Told = (Option<String>, Option<i64>, Option<i64>, String);

fn told(name: &str, text: &str) -> Vec<Told> {
    let found = parse(name, text).unwrap_or_default();
    let said = found.utterances.into_iter();
    said.map(|one| (one.speaker, one.start_ms, one.end_ms, one.text))
        .collect()
}

fn expected(has_ends: bool) -> Vec<Told> {
    let line = |who: &str, from, to, text: &str| {
        let end = has_ends.then_some(to);
        (Some(who.to_owned()), Some(from), end, text.to_owned())
    };
    vec![
        line("Ann Oh", 1_000, 2_500, "We need R&D on board."),
        line("Bo Li", 3_000, 4_000, "Who signs?"),
    ]
}

#[test]
fn every_format_gives_the_same_words_speakers_and_times() {
    for (name, text, has_ends) in [
        ("a.vtt", VTT, true),
        ("a.srt", SRT, true),
        ("a.tsv", TSV, true),
        ("a.json", GONG, true),
        ("a.json", SEGMENTS, true),
        ("a.jsonl", LINES, false),
        ("a.txt", BRACKETS, true),
        ("a.txt", OTTER, false),
        ("a.csv", CSV, true),
    ] {
        assert_eq!(told(name, text), expected(has_ends), "{text}");
    }
}

#[test]
fn words_stand_where_line_and_column_say() {
    for (name, text) in [
        ("a.srt", SRT),
        ("a.tsv", TSV),
        ("a.json", GONG),
        ("a.json", SEGMENTS),
        ("a.jsonl", LINES),
        ("a.txt", BRACKETS),
        ("a.txt", OTTER),
        ("a.csv", CSV),
    ] {
        for said in parse(name, text).unwrap().utterances {
            let line = text.lines().nth(said.line as usize - 1).unwrap();
            let there: String = line.chars().skip(said.column as usize - 1).collect();
            assert!(there.starts_with(&said.text), "{there} in {text}");
        }
    }
    let said = parse("a.vtt", VTT).unwrap().utterances;
    let places: Vec<(u32, u32)> = said.iter().map(|one| (one.line, one.column)).collect();
    assert_eq!(places, [(7, 11), (10, 10)]);
}

#[test]
fn a_recorder_says_who_was_there_and_what_it_was_about() {
    let found = parse("call.json", GONG).unwrap();
    assert_eq!(found.meeting_key.as_deref(), Some("77"));
    assert_eq!(found.title.as_deref(), Some("Quarterly"));
    assert_eq!(found.date_text.as_deref(), Some("2025-06-15T10:00:00Z"));
    let [ann, bo] = found.attendees.as_slice() else {
        panic!("two parties");
    };
    assert_eq!((ann.is_internal, bo.is_internal), (Some(true), Some(false)));
    assert_eq!(ann.email.as_deref(), Some("ann@ours.example"));
    assert_eq!(bo.title.as_deref(), Some("CFO"));
    let deal = CrmRef {
        system: "salesforce".to_owned(),
        object: "deal",
        id: "006A".to_owned(),
    };
    assert_eq!(found.refs, [deal]);
}

#[test]
fn an_export_of_calls_holds_several_recordings() {
    let text = r#"{"calls": [{"metaData": {"id": "2", "title": "Second"}, "parties": [{"speakerId": "9", "name": "Cy"}]}],
        "callTranscripts": [
        {"callId": "1", "transcript": [{"speakerId": "8", "sentences": [{"start": 0, "end": 900, "text": "Hello there."}]}]},
        {"callId": "2", "transcript": [{"speakerId": "9", "sentences": [{"start": 0, "end": 900, "text": "Bye."}]}]}]}"#;
    let found = parse_all("calls.json", text);
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one.meeting_key.as_deref(),
                one.title.as_deref(),
                one.utterances[0].speaker.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (Some("1"), None, Some("8")),
            (Some("2"), Some("Second"), Some("Cy"))
        ]
    );
}

#[test]
fn plain_segments_are_lines() {
    let text = "hello everyone and welcome to the show\ntoday we talk about buying\nwith two people who did it\n\
                yeah thanks for having me\nso tell us how it went\nwe asked finance first\n";
    assert_eq!(told("talk.txt", text).len(), 6);
    assert_eq!(told("talk.md", text).len(), 0);
}

#[test]
fn labels_written_at_changes_only_go_on() {
    let cue = |n: usize, text: &str| format!("{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n\n");
    let text: String = [
        "Ann Oh: We looked at three vendors.",
        "And then we chose.",
        "Bo Li: Who signed it in the end?",
        "I never heard.",
        "Ann Oh: The finance director did.",
        "Bo Li: Good to know.",
    ]
    .iter()
    .zip(1..)
    .map(|(text, n)| cue(n, text))
    .collect();
    let who: Vec<Option<String>> = told("a.srt", &text).into_iter().map(|one| one.0).collect();
    let [ann, bo] = ["Ann Oh", "Bo Li"].map(|name| Some(name.to_owned()));
    assert_eq!(who, [&ann, &ann, &bo, &bo, &ann, &bo].map(Clone::clone));
}

#[test]
fn headings_turns_and_paragraphs_are_read() {
    let text = "CALL - Acme discovery\nDate: June 5, 2025\nAttendees: Ann Oh (AE), Bo Li (CFO, Acme)\n\n\
                Ann Oh: Hi Bo. Note: this is recorded.\n\nBo Li:  Fine.\nSecond line.\n\nNext paragraph.\n";
    let found = parse("a.txt", text).unwrap();
    assert_eq!(found.title.as_deref(), Some("CALL - Acme discovery"));
    assert_eq!(found.date_text.as_deref(), Some("June 5, 2025"));
    assert_eq!(found.attendees.len(), 2);
    let said: Vec<(u32, u32, &str)> = found
        .utterances
        .iter()
        .map(|said| (said.line, said.column, said.text.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (5, 9, "Hi Bo. Note: this is recorded."),
            (7, 9, "Fine.\nSecond line."),
            (10, 1, "Next paragraph.")
        ]
    );
    let last = found.utterances.last().unwrap();
    assert_eq!(last.speaker.as_deref(), Some("Bo Li"));
}

#[test]
fn interviews_in_markdown_are_read() {
    let text = "**Ann Oh:** How did it start?\n\n**Bo Li:** By accident, as these things do.\n\n\\[laughter\\] It did.\n\n\
                **Ann Oh:** And then?\n\n**Bo Li:** Then we grew.\n";
    let who: Vec<(Option<String>, String)> = told("talk.md", text)
        .into_iter()
        .map(|one| (one.0, one.3))
        .collect();
    assert_eq!(who.len(), 5);
    assert_eq!(
        who[2],
        (
            Some("Bo Li".to_owned()),
            "\\[laughter\\] It did.".to_owned()
        )
    );
}

#[test]
fn what_is_no_transcript_is_refused() {
    for (name, text) in [
        (
            "prose.txt",
            "This is a licence.\nIt has: one colon.\nAnd more lines.\n",
        ),
        (
            "README.md",
            "# tool\n\n- Kind: real\n- Source: somewhere\n\nUsage: run it.\nNote: slow.\nNote: old.\n",
        ),
        (
            "app.log",
            "10:00:01 INFO: started\n10:00:02 ERROR: no disk\n10:00:03 INFO: stopped\n",
        ),
        (
            "contract.txt",
            "AGREEMENT\n\nSection 1: Terms. The parties agree.\n\nBy: Ann\nName: Ann Oh\nTitle: CFO\n\nBy: Bo\nName: Bo Li\n",
        ),
        ("fields.txt", "Host: db.example\nPort: 5432\nUser: ann\n"),
        (
            "rows.json",
            r#"[{"name": "Acme", "industry": "Retail"}, {"name": "Beta", "industry": "Retail"}]"#,
        ),
        (
            "notes.json",
            r#"[{"author": "Ann", "text": "Called."}, {"author": "Bo", "text": "Mailed."}]"#,
        ),
        (
            "requirements.txt",
            "alpha==1.0\nbeta>=2\ngamma\ndelta\nepsilon\nzeta\n",
        ),
    ] {
        assert_eq!(parse(name, text), None, "{name}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "(WEBVTT\n)?([A-Z][a-z]{1,4}: \\PC{0,12}\n|[0-9:.> -]{0,20}\n|\\PC{0,20}\n){0,12}") {
        let n_lines = text.lines().count();
        for one in parse("a.txt", &text).iter().flat_map(|found| &found.utterances) {
            prop_assert!((1..=n_lines).contains(&(one.line as usize)));
            prop_assert!(one.column > 0 && !one.text.is_empty());
        }
    }
}
