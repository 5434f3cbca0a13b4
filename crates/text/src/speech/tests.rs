//! What is read from sentences.

mod matters;
mod parts;

use super::*;

/// One line a reading: predicate, sign, whom, certainty in tenths.
fn lines(text: &str, context: &Context<'_>) -> Vec<String> {
    let line = |reading: &Reading| {
        let sign = if reading.polarity == Polarity::For {
            '+'
        } else {
            '-'
        };
        let whom = reading.target_text.as_deref().unwrap_or("speaker");
        let object = if reading.object.is_empty() {
            String::new()
        } else {
            format!(" [{}]", reading.object)
        };
        format!("{}{sign} {whom}{object}", reading.predicate)
    };
    read(text, context).iter().map(line).collect()
}

fn said(text: &str) -> Vec<String> {
    lines(
        text,
        &Context {
            language: Some(Language::English),
            ..Context::default()
        },
    )
}

fn noted(text: &str) -> Vec<String> {
    lines(
        text,
        &Context {
            language: Some(Language::English),
            is_note: true,
            ..Context::default()
        },
    )
}

fn parts_said(text: &str) -> Vec<String> {
    let of_a_part = |line: &String| {
        let code = line.split(['+', '-']).next().unwrap_or_default();
        Predicate::from_code(code).is_some_and(judge::gives_a_part)
    };
    said(text).into_iter().filter(of_a_part).collect()
}

#[test]
fn authority_of_the_speaker() {
    for (text, expected) in [
        ("I make the final decision on this.", "decides+ speaker"),
        ("Honestly, the final call is mine.", "decides+ speaker"),
        ("At the end of the day it's up to me.", "decides+ speaker"),
        ("I sign off on anything above 20k.", "authorises+ speaker"),
        (
            "I'm the one who has to approve the spend.",
            "authorises+ speaker",
        ),
        ("I hold the budget for this.", "controls_budget+ speaker"),
        ("It comes out of my budget.", "controls_budget+ speaker"),
    ] {
        assert_eq!(parts_said(text), [expected], "{text}");
    }
}

#[test]
fn authority_of_somebody_else() {
    for (text, expected) in [
        ("Our VP Finance makes that call.", "decides+ Our VP Finance"),
        ("That's really Maria's decision.", "decides+ Maria"),
        (
            "Anything over 100k needs the CFO's sign-off.",
            "authorises+ the CFO",
        ),
        (
            "That goes to our VP Finance for approval.",
            "authorises+ our VP Finance",
        ),
        (
            "We'd need approval from our general counsel.",
            "authorises+ our general counsel",
        ),
        (
            "The budget sits with our Head of Operations, Jennifer.",
            "controls_budget+ Jennifer",
        ),
    ] {
        assert_eq!(parts_said(text), [expected], "{text}");
    }
}

#[test]
fn a_decision_of_two_is_read_for_both() {
    assert_eq!(
        parts_said("But the decision is mine and the CRO's."),
        ["decides+ speaker", "decides+ the CRO"]
    );
}

#[test]
fn a_denial_is_read_as_one() {
    for (text, expected) in [
        ("I don't make that decision.", "decides- speaker"),
        ("It's not my call.", "decides- speaker"),
        ("I have no say in that.", "decides- speaker"),
        ("I no longer own the budget.", "controls_budget- speaker"),
        ("I don't think I have the final say.", "decides- speaker"),
        ("I can't sign off on that.", "authorises- speaker"),
    ] {
        assert_eq!(parts_said(text), [expected], "{text}");
    }
}

#[test]
fn whoever_does_it_instead_is_read_too() {
    assert_eq!(
        parts_said("I don't make that decision, our CFO does."),
        ["decides- speaker", "decides+ our CFO"]
    );
    assert_eq!(
        parts_said("That's not my call. That's Maria's."),
        ["decides- speaker", "decides+ Maria"]
    );
}

#[test]
fn what_is_supposed_asked_or_told_of_others_claims_nothing() {
    for text in [
        "If I were the buyer, I'd make the decision tomorrow.",
        "If I had the budget, I would sign off on it.",
        "Do you make the final decision?",
        "I spoke with our CFO about it last week.",
        "I decided to go to the store.",
        "It came from her.",
        "I'm not sure who signs off on this.",
        "Nobody owns this budget.",
        "People assume I make the decision.",
    ] {
        assert_eq!(parts_said(text), [""; 0], "{text}");
    }
}

#[test]
fn an_answer_takes_its_meaning_from_the_question() {
    let context = Context {
        language: Some(Language::English),
        previous: Some("Got it. And who signs off on that?"),
        ..Context::default()
    };
    assert_eq!(
        lines("That would be our CFO.", &context),
        ["authorises+ our CFO"]
    );
    assert_eq!(lines("Me, mostly.", &context), ["authorises+ speaker"]);
    assert_eq!(lines("That would be great.", &context), [""; 0]);
}

#[test]
fn a_pronoun_means_the_person_named_before() {
    assert_eq!(
        parts_said("You'd have to talk to our CFO. She signs off on everything."),
        ["authorises+ our CFO"]
    );
    assert_eq!(parts_said("She signs off on everything."), [""; 0]);
}

#[test]
fn notes_are_in_the_third_person() {
    assert_eq!(
        noted("Met with CFO and VP Sales. VP Sales is our champion - very engaged."),
        ["advocates+ VP Sales"]
    );
    assert_eq!(
        noted("VP Sales is champion but has no budget authority."),
        ["advocates+ VP Sales", "controls_budget- VP Sales"]
    );
    assert_eq!(noted("No champion emerged."), [""; 0]);
    assert_eq!(
        noted("Economic buyer (CIO) never took our meeting."),
        ["controls_budget+ CIO"]
    );
    assert_eq!(noted("Spoke with Priya."), [""; 0]);
    assert_eq!(
        noted("Spoke with Priya. The decision is theirs."),
        ["decides+ Priya"]
    );
    assert_eq!(
        noted("Decision maker = Iris Holm (CFO)"),
        ["decides+ Iris Holm"]
    );
}

#[test]
fn questions_goals_and_pains_keep_their_words() {
    assert_eq!(
        said("How long does the rollout take for a team like ours?"),
        ["question+ speaker [How long does the rollout take for a team like ours]"]
    );
    assert_eq!(said("Does that make sense?"), [""; 0]);
    assert_eq!(
        said("Our goal is to cut onboarding to two weeks."),
        ["goal+ speaker [cut onboarding to two weeks]"]
    );
    assert_eq!(
        said("The biggest problem is that nobody trusts the numbers."),
        ["pain+ speaker [nobody trusts the numbers]"]
    );
}

#[test]
fn spans_hold_exactly_the_words_that_count() {
    let text = "Größere Sachen – no: I make the final decision here.";
    let context = Context {
        language: Some(Language::English),
        ..Context::default()
    };
    let readings = read(text, &context);
    let words = |reading: &Reading| {
        text.chars()
            .skip(reading.span.0 as usize)
            .take((reading.span.1 - reading.span.0) as usize)
            .collect::<String>()
    };
    assert_eq!(
        readings.iter().map(words).collect::<Vec<_>>(),
        ["I make the final decision"]
    );
}

#[test]
fn hand_overs_have_a_direction() {
    for (text, expected) in [
        (
            "I'm handing this over to Priya next month.",
            "hands_over+ speaker [Priya]",
        ),
        (
            "I took over from Daniel in March.",
            "took_over+ speaker [Daniel]",
        ),
        (
            "Maria took over from our former CFO.",
            "took_over+ Maria [our former CFO]",
        ),
        ("Daniel was replaced by Maria.", "took_over+ Maria [Daniel]"),
        (
            "Maria will take over for me.",
            "hands_over+ speaker [Maria]",
        ),
        (
            "Daniel left the company last month.",
            "left_company+ Daniel",
        ),
        ("Daniel is no longer with us.", "left_company+ Daniel"),
        (
            "Daniel moved to another team.",
            "moved_role+ Daniel [another team]",
        ),
        ("We have a new CFO now.", "took_over+ CFO"),
    ] {
        assert!(
            parts_said(text).contains(&expected.to_owned()),
            "{text} {:?}",
            parts_said(text)
        );
    }
    assert_eq!(parts_said("That request came from Daniel."), [""; 0]);
}

#[test]
fn access_terms_and_backing_are_read() {
    for (text, expected) in [
        (
            "Everything goes through my assistant first.",
            "gatekeeps+ my assistant",
        ),
        (
            "Every vendor has to go through procurement.",
            "gatekeeps+ procurement",
        ),
        (
            "Our legal team reviews the contract.",
            "reviews_terms+ Our legal team",
        ),
        ("I run procurement for the group.", "procures+ speaker"),
        ("Our COO is the executive sponsor.", "sponsors+ Our COO"),
        ("Daniel is dead set against it.", "opposes+ Daniel"),
        (
            "Maria made the recommendation to our CFO.",
            "influences+ Maria",
        ),
        (
            "I evaluate every tool we buy for security.",
            "evaluates+ speaker",
        ),
        ("I own the onboarding process.", "owns+ speaker"),
        ("I am the business owner of the platform.", "owns+ speaker"),
        (
            "I've been pushing for this internally.",
            "advocates+ speaker",
        ),
        (
            "I manage a team of twelve analysts.",
            "manages_team+ speaker",
        ),
        ("I'm the admin for the tool.", "administers+ speaker"),
        (
            "I use the dashboard every day.",
            "uses+ speaker [the dashboard]",
        ),
    ] {
        let heard = parts_said(text);
        assert!(
            heard.iter().any(|line| line == expected),
            "{text} {heard:?}"
        );
    }
}

#[test]
fn matters_keep_their_words() {
    for (text, expected) in [
        (
            "We're also looking at Northwind.",
            "competitor+ speaker [Northwind]",
        ),
        (
            "My main concern is the migration effort.",
            "objection+ speaker [the migration effort]",
        ),
        (
            "Single sign-on is a must-have.",
            "criterion+ speaker [Single sign-on is a must-have]",
        ),
        (
            "I'd prefer to get it by email.",
            "preference+ speaker [get it by email]",
        ),
        (
            "Every Monday I pull the numbers from three systems.",
            "task+ speaker [pull the numbers from three systems]",
        ),
        (
            "It saved us ten hours a week.",
            "value_gained+ speaker [It saved us ten hours a week]",
        ),
        (
            "I wish you had an offline mode.",
            "request+ speaker [you had an offline mode]",
        ),
    ] {
        assert!(
            said(text).contains(&expected.to_owned()),
            "{text} {:?}",
            said(text)
        );
    }
}

#[test]
fn german_and_french_parts_are_read() {
    let german = |text| {
        lines(
            text,
            &Context {
                language: Some(Language::German),
                ..Context::default()
            },
        )
    };
    assert_eq!(
        german("Das entscheidet unser Finanzchef."),
        ["decides+ unser Finanzchef"]
    );
    assert_eq!(german("Ich entscheide das nicht."), ["decides- speaker"]);
    assert_eq!(
        german("Das Budget liegt bei unserer Geschäftsführerin."),
        ["controls_budget+ unserer Geschäftsführerin"]
    );
    assert_eq!(
        german("Die Rechtsabteilung prüft den Vertrag."),
        ["reviews_terms+ Die Rechtsabteilung"]
    );
    assert_eq!(
        german("Frau Sommer hat das Unternehmen verlassen."),
        ["left_company+ Frau Sommer"]
    );
    let french = |text| {
        lines(
            text,
            &Context {
                language: Some(Language::French),
                ..Context::default()
            },
        )
    };
    assert_eq!(
        french("C'est notre directrice financière qui décide."),
        ["decides+ notre directrice financière"]
    );
    assert_eq!(
        french("Je ne prends pas la décision finale."),
        ["decides- speaker"]
    );
    assert_eq!(french("C'est moi qui signe."), ["authorises+ speaker"]);
}

#[test]
fn other_languages_are_left_alone() {
    assert_eq!(
        lines(
            "No es mi decisión, los jefes deciden por la noche y es muy tarde.",
            &Context::default()
        ),
        [""; 0]
    );
}
