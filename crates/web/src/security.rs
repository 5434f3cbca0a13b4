//! Headers that keep a page from loading, sending or being framed by anything else.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::messages;

/// Nothing but our own style sheet and script, which asks nobody but us; forms go to ourselves.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
                      connect-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    // Pages show people; a shared browser should not keep them.
    (CACHE_CONTROL, "no-store"),
];

/// Refuses a request that was sent to a name: a page of somebody else's could
/// point a name of its own at this machine and read what it answers.
pub(crate) async fn check_host(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST);
    let is_ours = host.is_none_or(|host| host.to_str().is_ok_and(is_own_host));
    match is_ours {
        true => next.run(request).await,
        false => (StatusCode::MISDIRECTED_REQUEST, messages::WRONG_HOST).into_response(),
    }
}

/// `localhost` or an address; the port does not matter.
fn is_own_host(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok()
}

/// Adds the headers to every answer; an answer's own header is kept.
pub(crate) async fn add_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        let headers = response.headers_mut();
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::is_own_host;

    #[test]
    fn addresses_and_localhost_are_ours_and_names_are_not() {
        for host in [
            "localhost:7878",
            "127.0.0.1",
            "127.0.0.1:1",
            "[::1]:7878",
            "[::1]",
        ] {
            assert!(is_own_host(host), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:7878",
            "localhost.evil.example",
            "",
        ] {
            assert!(!is_own_host(host), "{host}");
        }
    }
}
