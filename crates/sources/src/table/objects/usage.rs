//! Column names of usage events and answers, one a row.

use super::{ACCOUNT_LINK, ACCOUNT_NAME, Object, ObjectSpec};
use crate::table::fields::Field::*;

pub(super) const EVENT: ObjectSpec = ObjectSpec {
    object: Object::Event,
    code: "event",
    key: "event",
    systems: "",
    stems: "feature_event page_event event events usage usage_event usage_events product_usage user_events clickstream tracks page_views \
            feature_usage",
    own_ids: "message_id insert_id event_uuid",
    marks: "num_events num_minutes event_name",
    needs: &[&[UserRef, AnonymousRef], &[EventName], &[At]],
    tells: &[UserRef, AnonymousRef, EventName, At, Count],
    names: &[
        (Id, "message_id insert_id event_uuid event_id id"),
        (
            UserRef,
            "user_id userid user_key visitor_id visitor distinct_id member_id person_id contact_id user user_email \
             username user_name email",
        ),
        (AnonymousRef, "anonymous_id device_id client_id cookie_id"),
        (
            EventName,
            "event event_name event_type action action_name feature feature_name feature_id page page_name page_title \
             page_id screen screen_name activity activity_name",
        ),
        (
            At,
            "timestamp event_timestamp event_time event_date occurred_at original_timestamp time datetime date_time \
             ts date day received_at created_at created",
        ),
        (
            Count,
            "num_events event_count n_events count n_times occurrences",
        ),
        (
            AccountRef,
            "account_id group_id company_id organization_id organisation_id org_id workspace_id tenant_id customer_id",
        ),
    ],
};

pub(super) const ANSWER: ObjectSpec = ObjectSpec {
    object: Object::Answer,
    code: "answer",
    key: "answer",
    systems: "",
    stems: "answer answers survey_answers survey_responses poll_answers poll_event poll_events",
    own_ids: "answer_id",
    marks: "poll_response question_text",
    needs: &[&[RespondentRef, Email], &[Question], &[Answer]],
    tells: &[RespondentRef, Question, Answer],
    names: &[
        (
            RespondentRef,
            "respondent_id respondent response_id participant_id submission_id user_id visitor_id contact_id",
        ),
        (
            Question,
            "question question_text question_title survey_question prompt poll_id",
        ),
        (
            Answer,
            "answer answer_text answer_value response response_text response_value poll_response",
        ),
        (Email, "email email_address respondent_email e_mail"),
        (
            FullName,
            "respondent_name full_name name contact_name participant_name",
        ),
        (Title, "title job_title jobtitle"),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (
            At,
            "answered_at submitted_at submit_date response_date completed_at timestamp date created_at",
        ),
    ],
};
