//! Archives, compressed files, workbooks, and what is refused.

mod common;

use std::io::{Cursor, Write};

use common::{read, rows};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CONTACTS: &str = "contact_id,contact_name,email\nC1,Ada Moss,ada@acme.example\n";
const CALL: &str = "Ada Moss: We chose it in May.\n\nBo Li: Who signed it?\n\nAda Moss: I did.\n";

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        let written = writer
            .start_file(*name, SimpleFileOptions::default())
            .is_ok_and(|()| writer.write_all(content).is_ok());
        assert!(written);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn gzipped(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    assert!(encoder.write_all(content).is_ok());
    encoder.finish().unwrap_or_default()
}

fn refusal(path: &str, content: &[u8]) -> (String, String) {
    match read(path, content) {
        Ok(_) => (String::from("taken"), path.to_owned()),
        Err(error) => (error.code().as_str().to_owned(), error.to_string()),
    }
}

#[test]
fn every_member_of_an_archive_is_read_as_a_file() {
    let inner = zipped(&[("deep/call.txt", CALL.as_bytes())]);
    let bytes = zipped(&[
        ("crm/contacts.csv", CONTACTS.as_bytes()),
        ("readme.txt", b"Nothing to see here, only prose.\n"),
        ("inner.zip", &inner),
        ("__MACOSX/x", b"x"),
    ]);
    let (report, items) = read("export.zip", &bytes).unwrap();
    assert_eq!(
        (report.format.as_str(), report.object.as_str()),
        ("zip", "contact+meeting")
    );
    let parts: Vec<&str> = report.parts.iter().map(|part| part.path.as_str()).collect();
    assert_eq!(
        parts,
        ["export.zip/crm/contacts.csv", "export.zip/inner.zip"]
    );
    assert_eq!(report.remarks.len(), 1);
    assert_eq!(report.remarks[0].part, "readme.txt");
    assert_eq!(rows!(items, Utterance).len(), 3);
    let record = rows!(items, Record)
        .iter()
        .find(|row| row.native_key.contains("contact"))
        .unwrap()
        .file_id;
    assert_eq!(record, report.parts[0].file_id);
}

#[test]
fn members_whose_names_lead_out_of_the_archive_are_not_read() {
    let bytes = zipped(&[
        ("../../contacts.csv", CONTACTS.as_bytes()),
        ("/etc/contacts.csv", CONTACTS.as_bytes()),
        ("C:\\in\\contacts.csv", CONTACTS.as_bytes()),
        ("in/contacts.csv", CONTACTS.as_bytes()),
    ]);
    let (report, items) = read("slip.zip", &bytes).unwrap();
    assert_eq!((report.parts.len(), report.remarks.len()), (1, 3));
    assert_eq!(rows!(items, Mention).len(), 1);
    let (code, said) = refusal("slip.zip", &zipped(&[("../x.csv", CONTACTS.as_bytes())]));
    assert_eq!(code, "file_unknown");
    assert!(said.contains("points outside of the archive"), "{said}");
}

#[test]
fn what_unpacks_to_more_than_is_allowed_is_refused_in_words() {
    let context = prosopon_sources::Context {
        max_file_bytes: 40,
        ..prosopon_sources::Context::default()
    };
    for (path, bytes) in [
        ("contacts.csv.gz", gzipped(CONTACTS.as_bytes())),
        ("x.zip", zipped(&[("contacts.csv", CONTACTS.as_bytes())])),
    ] {
        let refused = common::read_as(path, &bytes, &context)
            .unwrap_err()
            .to_string();
        assert!(
            refused.contains("more than 40 bytes; raise --max-file-size"),
            "{refused}"
        );
    }
}

#[test]
fn a_text_of_too_many_values_or_columns_is_refused() {
    let values = format!("{{\"records\":[{}{{}}]}}", "{},".repeat(1_100_000));
    assert_eq!(refusal("tree.json", values.as_bytes()).0, "file_too_large");
    let lines = "A: b\n".repeat(500_001);
    assert_eq!(refusal("call.txt", lines.as_bytes()).0, "file_too_large");
    let names: Vec<String> = (0..17_000).map(|n| format!("c{n}")).collect();
    let wide = format!("{}\n{}\n", names.join(","), names.join(","));
    assert_eq!(refusal("wide.csv", wide.as_bytes()).0, "file_too_large");
    let long = "x".repeat(70 * 1024 * 1024);
    assert_eq!(refusal("long.txt", long.as_bytes()).0, "line_too_long");
}

#[test]
fn a_compressed_file_reads_like_the_file() {
    let (plain, items) = read("contacts.csv", CONTACTS.as_bytes()).unwrap();
    let (packed, same) = read("contacts.csv.gz", &gzipped(CONTACTS.as_bytes())).unwrap();
    assert_eq!(plain.object, packed.object);
    assert_eq!(
        rows!(items, Mention)[0].mention_id,
        rows!(same, Mention)[0].mention_id
    );
}

#[test]
fn damage_is_found_before_a_row_is_read() {
    let mut long = String::from(CONTACTS);
    for n in 0..2_000 {
        long.push_str(&format!("C{n},Name {n},n{n}@acme.example\n"));
    }
    let whole = gzipped(long.as_bytes());
    let half = whole.get(..whole.len() / 2).unwrap();
    assert_eq!(refusal("contacts.csv.gz", half).0, "archive_damaged");

    let mut bytes = zipped(&[("contacts.csv", long.as_bytes())]);
    let cut = bytes.get(..bytes.len() / 2).unwrap().to_vec();
    assert_eq!(refusal("cut.zip", &cut).0, "archive_damaged");
    bytes[200] ^= 0xff;
    let (_, reason) = refusal("changed.zip", &bytes);
    assert!(reason.contains("damaged"), "{reason}");
}

#[test]
fn bombs_are_refused() {
    let zeros = vec![b' '; 300 * 1024 * 1024];
    assert_eq!(
        refusal("bomb.csv.gz", &gzipped(&zeros)).0,
        "archive_too_large"
    );
    assert_eq!(
        refusal("bomb.zip", &zipped(&[("a.csv", &zeros)])).0,
        "archive_too_large"
    );
}

#[test]
fn what_cannot_be_read_says_what_would_work() {
    for (path, content, code) in [
        (
            "a.png",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\x01".as_slice(),
            "file_binary",
        ),
        ("a.csv", b"".as_slice(), "file_empty"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(),
            "archive_damaged",
        ),
        (
            "notes.txt",
            b"Some prose. It goes on.\n".as_slice(),
            "file_unknown",
        ),
    ] {
        let (found, reason) = refusal(path, content);
        assert_eq!(found, code, "{path}");
        assert!(reason.contains("; "), "{reason}");
    }
}

#[test]
fn each_sheet_of_a_workbook_is_a_table() {
    let sheet = |rows: &str| {
        format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
        )
    };
    let row = |n: usize, cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|text| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))
            .collect();
        format!("<row r=\"{n}\">{cells}</row>")
    };
    let people = sheet(
        &(row(1, &["contact_id", "contact_name", "email"])
            + &row(2, &["C1", "Ada Moss", "ada@acme.example"])),
    );
    let weather = sheet(&(row(1, &["station", "rain"]) + &row(2, &["X", "1"])));
    let workbook = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Contacts\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Weather\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
    let links = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{kind}\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{kind}\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
    );
    let office = kind.replace("worksheet", "officeDocument");
    let package = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{office}\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let bytes = zipped(&[
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", people.as_bytes()),
        ("xl/worksheets/sheet2.xml", weather.as_bytes()),
    ]);
    let (report, items) = read("book.xlsx", &bytes).unwrap();
    assert_eq!(
        (report.format.as_str(), report.object.as_str()),
        ("workbook", "contact")
    );
    assert_eq!(report.remarks[0].part, "Weather");
    let person = rows!(items, Mention)[0];
    assert_eq!(person.full_name.as_deref(), Some("Ada Moss"));
    assert_eq!(rows!(items, Record)[0].line, 2);
}
