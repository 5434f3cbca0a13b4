//! Column names of notes, tasks, mails, calls, tickets and comments.

use super::{ACCOUNT_LINK, ACCOUNT_NAME, Object, ObjectSpec};
use crate::table::fields::Field::*;

pub(super) const ACTIVITY: ObjectSpec = ObjectSpec {
    object: Object::Activity,
    code: "activity",
    key: "activity",
    systems: "",
    stems: "activity activities note notes task tasks event events call calls meeting meetings email emails \
            email_message email_messages video_call video_calls call_log interactions touchpoints engagement_note engagement_call \
            engagement_email engagement_meeting engagement_task engagement_communication engagement_calls \
            engagement_notes engagement_emails engagement_meetings engagement_tasks",
    own_ids: "activity_id note_id task_id event_id engagement_id",
    marks: "who_id what_id activity_date task_subtype hs_note_body hs_call_body hs_email_text hs_email_subject \
            duration_in_minutes call_duration_in_seconds engagement_id hs_timestamp meeting_outcome text_body \
            message_date from_address transcribed_language",
    needs: &[&[At, Created]],
    tells: &[ActivityKind, Body, Subject, At, Author],
    names: &[
        (
            Id,
            "id activity_id note_id task_id event_id engagement_id record_id hs_object_id reference_id",
        ),
        (
            ActivityKind,
            "activity_type task_subtype engagement_type interaction_type type kind",
        ),
        (DealRef, "deal_id opportunity_id opp_id associated_deal_ids"),
        (DealName, "deal_name opportunity_name"),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (
            PersonRef,
            "contact_id who_id person_id associated_contact_ids",
        ),
        (
            AboutRef,
            "what_id related_to_id related_record_id parent_id",
        ),
        (
            Author,
            "rep_name rep owner author owner_name created_by logged_by activity_owner from_name assigned_to",
        ),
        (OwnerRef, "owner_id hubspot_owner_id user_id author_id"),
        (
            Sender,
            "from_address from_email hs_email_from_email sender_email sender_address",
        ),
        (
            Recipient,
            "to_address cc_address bcc_address to_email cc_email hs_email_to_email hs_email_cc_email recipients \
             recipient_email",
        ),
        (
            At,
            "activity_date_time activity_date date timestamp hs_timestamp message_date occurred_at at start_time \
             start_date_time due_date_only event_date call_date datum fecha data",
        ),
        (
            Subject,
            "subject hs_call_title hs_email_subject hs_meeting_title hs_task_subject title betreff objet asunto \
             oggetto assunto",
        ),
        (
            Body,
            "notes note description body comments comment text content hs_note_body hs_call_body hs_email_text \
             text_body hs_meeting_body hs_task_body hs_body_preview details summary notizen beschreibung kommentar \
             notas commentaires",
        ),
        (Incoming, "incoming is_incoming hs_email_direction"),
    ],
};

pub(super) const TICKET: ObjectSpec = ObjectSpec {
    object: Object::Ticket,
    code: "ticket",
    key: "ticket",
    systems: "",
    stems: "ticket tickets case cases support_ticket support_tickets",
    own_ids: "ticket_id case_id case_number",
    marks: "requester_id submitter_id hs_ticket_category hs_ticket_priority hs_pipeline_stage case_number \
            ticket_form_id via_channel",
    needs: &[&[Subject, Body]],
    tells: &[Subject, Body, PersonRef, Status, Created],
    names: &[
        (
            Id,
            "id ticket_id case_id record_id hs_object_id case_number",
        ),
        ACCOUNT_LINK,
        ACCOUNT_NAME,
        (
            PersonRef,
            "requester_id contact_id associated_contact_ids requester",
        ),
        (AuthorRef, "submitter_id"),
        (Author, "ticket_owner owner_name assignee assignee_name"),
        (OwnerRef, "assignee_id hubspot_owner_id owner_id"),
        (
            At,
            "created_at createdate created_date create_date created opened_at",
        ),
        (Subject, "subject ticket_name title"),
        (Body, "description content ticket_description body"),
        (Status, "status hs_pipeline_stage ticket_status"),
        (MergedRefs, "merged_ticket_ids"),
    ],
};

pub(super) const COMMENT: ObjectSpec = ObjectSpec {
    object: Object::Comment,
    code: "comment",
    key: "comment",
    systems: "",
    stems: "ticket_comment ticket_comments case_comment case_comments comment comments",
    own_ids: "comment_id",
    marks: "voice_comment facebook_comment comment_body",
    needs: &[&[TicketRef], &[Body]],
    tells: &[TicketRef, Body, IsPublic],
    names: &[
        (Id, "id comment_id"),
        (TicketRef, "ticket_id case_id parent_id"),
        (PersonRef, "user_id author_id"),
        (At, "created created_at created_date timestamp"),
        (Body, "body comment_body comment text"),
        (IsPublic, "public is_public is_published"),
    ],
};
