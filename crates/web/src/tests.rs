//! Every page of the made-up company answers, every link on it leads somewhere,
//! and what the key pages say is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Live, router};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use tower::ServiceExt;

/// The pages and the folder their result lies in.
struct Pages {
    router: Router,
    _folder: tempfile::TempDir,
}

struct Answer {
    status: StatusCode,
    location: Option<String>,
    policy: String,
    body: String,
}

fn pages_of(fixture: &store::fixture::Fixture) -> Pages {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("published-test.db");
    store::fixture::publish(fixture, &path).unwrap();
    let facade = api::Facade::open(&path).unwrap();
    Pages {
        router: router(Live::new(facade)),
        _folder: folder,
    }
}

fn harbor() -> Pages {
    pages_of(&store::fixture::harbor())
}

impl Pages {
    async fn ask(&self, method: Method, uri: &str) -> Answer {
        let request = Request::builder().method(method).uri(uri);
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header = |name| {
            let value = response.headers().get(name);
            value.map(|value| value.to_str().unwrap().to_owned())
        };
        Answer {
            status: response.status(),
            location: header(header::LOCATION),
            policy: header(header::CONTENT_SECURITY_POLICY).unwrap_or_default(),
            body: {
                let bytes = to_bytes(response.into_body(), 10_000_000).await.unwrap();
                String::from_utf8(bytes.to_vec()).unwrap()
            },
        }
    }

    async fn get(&self, uri: &str) -> Answer {
        self.ask(Method::GET, uri).await
    }
}

/// Values of an attribute, with character references resolved.
fn values<'a>(html: &'a str, attribute: &str) -> impl Iterator<Item = String> + 'a {
    let start = format!(" {attribute}=\"");
    let parts: Vec<&str> = html.split(start.as_str()).skip(1).collect();
    parts.into_iter().map(|part| {
        let value = part.split('"').next().unwrap_or_default();
        value.replace("&amp;", "&").replace("&#38;", "&")
    })
}

/// The words of a page's content, a line an element.
fn text(html: &str) -> String {
    let content = html.split("<main id=\"content\">").nth(1).unwrap();
    let content = content.split("</main>").next().unwrap();
    let mut text = String::new();
    for part in content.split('<') {
        let words = part.split_once('>').map_or("", |(_, words)| words);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            text.push_str(&words);
            text.push('\n');
        }
    }
    text
}

async fn account_page(pages: &Pages) -> String {
    let list = pages.get("/accounts?q=harbor").await.body;
    values(&list, "href")
        .find(|href| href.starts_with("/accounts/acc_"))
        .unwrap()
}

#[tokio::test]
async fn every_link_of_every_page_leads_somewhere() {
    let pages = harbor();
    let mut open = vec!["/".to_owned(), "/issues".to_owned()];
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut fragments = Vec::new();
    while let Some(uri) = open.pop() {
        if seen.contains_key(&uri) {
            continue;
        }
        let answer = pages.get(&uri).await;
        let is_moved = answer.status == StatusCode::SEE_OTHER;
        assert!(
            answer.status == StatusCode::OK || is_moved,
            "{uri}: {}",
            answer.status
        );
        seen.insert(uri.clone(), values(&answer.body, "id").collect());
        for href in values(&answer.body, "href").chain(answer.location) {
            let (path, fragment) = match href.split_once('#') {
                Some((path, fragment)) => (path.to_owned(), Some(fragment.to_owned())),
                None => (href, None),
            };
            let path = if path.is_empty() { uri.clone() } else { path };
            assert!(path.starts_with('/'), "{uri} leaves the house: {path}");
            if let Some(fragment) = fragment {
                fragments.push((path.clone(), fragment));
            }
            open.push(path);
        }
    }
    assert!(seen.len() > 60, "{} pages", seen.len());
    let lost = fragments
        .iter()
        .filter(|(path, id)| !seen[path].contains(id));
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
}

#[tokio::test]
async fn ids_on_a_page_are_unique() {
    let pages = harbor();
    let account = account_page(&pages).await;
    for uri in [account.as_str(), "/", "/personas"] {
        let html = pages.get(uri).await.body;
        let ids: Vec<String> = values(&html, "id").collect();
        let distinct: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{uri}");
    }
}

#[tokio::test]
async fn the_account_page_shows_the_cast_over_time() {
    let pages = harbor();
    let account = account_page(&pages).await;
    insta::assert_snapshot!(text(&pages.get(&account).await.body));
}

#[tokio::test]
async fn the_evidence_of_a_part_is_a_waterfall_with_quotes() {
    let pages = harbor();
    let fixture = store::fixture::harbor();
    let holding = fixture
        .holdings
        .iter()
        .find(|row| row.role == model::Role::EconomicBuyer);
    let uri = format!("/evidence/{}", holding.unwrap().holding_id);
    insta::assert_snapshot!(text(&pages.get(&uri).await.body));
}

#[tokio::test]
async fn a_persona_shows_nine_components() {
    let pages = harbor();
    let fixture = store::fixture::harbor();
    let uri = format!("/personas/{}", fixture.personas[0].persona_id);
    insta::assert_snapshot!(text(&pages.get(&uri).await.body));
}

#[tokio::test]
async fn the_home_page_says_what_is_known() {
    let pages = harbor();
    insta::assert_snapshot!(text(&pages.get("/").await.body));
}

#[tokio::test]
async fn evidence_opens_beside_the_page_it_belongs_to() {
    let pages = harbor();
    let account = account_page(&pages).await;
    let html = pages.get(&account).await.body;
    let shown = values(&html, "href")
        .find(|href| href.contains("?show=hld_"))
        .unwrap();
    let uri = shown.split('#').next().unwrap();
    let html = pages.get(uri).await.body;
    assert!(html.contains("<aside class=\"drawer\""), "{uri}");
    let unknown = format!("{account}?show=hld_nothing");
    let html = pages.get(&unknown).await.body;
    assert!(!html.contains("<aside"));
}

#[tokio::test]
async fn an_earlier_day_leaves_the_renewal_out() {
    let pages = harbor();
    let account = account_page(&pages).await;
    let html = pages.get(&format!("{account}?as_of=2024-08-01")).await.body;
    let (cast, _) = html.split_once("</table>").unwrap();
    assert!(cast.contains("Harbor Mills dispatch board"));
    assert!(!cast.contains("Renewal May 2026"));
}

#[tokio::test]
async fn what_is_not_there_is_said_politely() {
    let pages = harbor();
    let unknown = format!("/evidence/clm_{}", "0".repeat(32));
    for uri in [
        unknown.as_str(),
        "/nowhere",
        "/accounts/abc",
        "/evidence/%0Aacc_x",
    ] {
        let answer = pages.get(uri).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{uri}");
        assert!(answer.body.contains("<h1>"), "{uri}");
    }
}

#[tokio::test]
async fn nothing_but_reading_is_answered() {
    let pages = harbor();
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let answer = pages.ask(method, "/").await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    }
}

#[tokio::test]
async fn every_answer_forbids_strangers_and_all_scripts_but_one() {
    let pages = harbor();
    for uri in ["/", "/assets/style.css", "/assets/page.js", "/nowhere"] {
        let answer = pages.get(uri).await;
        assert!(answer.policy.starts_with("default-src 'none'"), "{uri}");
        assert!(answer.policy.contains("script-src 'self';"), "{uri}");
        let own = "<script type=\"module\" src=\"/assets/page.js\"></script>";
        assert!(!answer.body.replace(own, "").contains("<script"), "{uri}");
        assert!(!answer.body.contains(" style=\""), "{uri}");
    }
}

#[tokio::test]
async fn what_a_file_says_is_never_markup() {
    let mut fixture = store::fixture::harbor();
    let evil = "<script>alert('x')</script>\"onload=";
    for person in &mut fixture.people {
        person.name = evil.to_owned();
    }
    fixture.accounts[0].name = evil.to_owned();
    for utterance in &mut fixture.utterances {
        utterance.speaker_label = Some(evil.to_owned());
    }
    fixture.statements[0].sentence = evil.to_owned();
    let pages = pages_of(&fixture);
    let account = format!("/accounts/{}", fixture.accounts[0].account_id);
    let holding = format!("/evidence/{}", fixture.holdings[0].holding_id);
    let persona = format!("/personas/{}", fixture.personas[0].persona_id);
    let asked = "/accounts?q=%3Cscript%3Ealert%28%27x%27%29%3C%2Fscript%3E%22onload%3D";
    for uri in ["/", asked, &account, &holding, &persona] {
        let answer = pages.get(uri).await;
        assert_eq!(answer.status, StatusCode::OK, "{uri}");
        assert!(!answer.body.contains("<script>"), "{uri}");
        assert!(!answer.body.contains("\"onload="), "{uri}");
    }
}

#[tokio::test]
async fn a_newer_build_is_shown_without_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let result = |name: &str, fixture: &store::fixture::Fixture| {
        let path = folder.path().join(name);
        store::fixture::publish(fixture, &path).unwrap();
        api::Facade::open(&path).unwrap()
    };
    let live = Live::new(result(
        "published-a.db",
        &store::fixture::Fixture::default(),
    ));
    let pages = Pages {
        router: router(live.clone()),
        _folder: tempfile::tempdir().unwrap(),
    };
    assert!(!pages.get("/accounts").await.body.contains("Harbor Mills"));
    live.replace(result("published-b.db", &store::fixture::harbor()));
    assert!(pages.get("/accounts").await.body.contains("Harbor Mills"));
    assert_eq!(pages.get("/run").await.body, "test");
}

#[tokio::test]
async fn files_are_filtered_by_what_became_of_them() {
    let pages = harbor();
    let refused = pages.get("/files?state=refused").await.body;
    let fixture = store::fixture::harbor();
    let n_refused = fixture.files.iter().filter(|file| file.format == "refused");
    assert_eq!(
        refused.matches("<tr class=\"refused\">").count(),
        n_refused.count()
    );
    let all = pages.get("/files").await.body;
    let n_files = all.matches("/evidence/file_").count();
    assert_eq!(n_files, fixture.files.len());
    assert!(
        pages
            .get("/files?from=1000")
            .await
            .body
            .contains("class=\"empty\"")
    );
}

#[tokio::test]
async fn an_empty_result_says_what_to_do() {
    let pages = pages_of(&store::fixture::Fixture::default());
    for uri in ["/", "/accounts", "/personas", "/files", "/issues"] {
        let answer = pages.get(uri).await;
        assert_eq!(answer.status, StatusCode::OK, "{uri}");
        assert!(answer.body.contains("class=\"empty\""), "{uri}");
    }
}
