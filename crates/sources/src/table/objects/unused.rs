//! Tables of known systems that hold nothing this program uses, and why.
//!
//! They are named so that a refusal says what the file is instead of that
//! nobody knows it.

use super::has_word;

/// A known table without use.
struct Unused {
    /// File stems that name it.
    stems: &'static str,
    /// Columns of which some must be there.
    columns: &'static str,
    /// What it holds, and why that is of no use.
    why: &'static str,
}

const UNUSED: &[Unused] = &[
    Unused {
        stems: "email_campaign email_campaigns",
        columns: "content_id num_included num_queued app_name sub_type",
        why: "mail campaigns: what was sent to many says nothing of one account",
    },
    Unused {
        stems: "email_event email_event_bounce email_event_click email_event_deferred email_event_delivered \
                email_event_dropped email_event_forward email_event_open email_event_print email_event_sent \
                email_event_spam_report email_event_spam email_event_status_change",
        columns: "filtered_event recipient category response referer browser ip_address user_agent attempt smtp_id \
                  drop_reason bcc reply_to bounced portal_subscription_status",
        why: "events of marketing mail: sent, opened and clicked name no part in a decision",
    },
    Unused {
        stems: "contact_list contact_list_member contact_lists",
        columns: "contact_list_id list_version processing_type filters_updated_at",
        why: "lists of contacts: membership of a list says nothing of a person's part",
    },
    Unused {
        stems: "contact_form_submission form_submission form_submissions form forms",
        columns: "form_id conversion_id guid css_class submit_text form_type",
        why: "forms and their submissions: interest in content is not read yet",
    },
    Unused {
        stems: "engagement engagements",
        columns: "portal_id",
        why: "an index of engagements; the tables of calls, mails, meetings, notes and tasks hold what was done",
    },
    Unused {
        stems: "owner_team team team_user teams role user_role user_roles group groups",
        columns: "team_id is_team_primary requires_billing_write is_secondary_user rollup_description \
                  parent_role_id fivetran_synced color",
        why: "teams, groups and permissions of our own people, who get no profiles",
    },
    Unused {
        stems: "ticket_property_history ticket_field_history case_history",
        columns: "ticket_id field_name name value case_id",
        why: "the history of ticket fields; tickets and their comments are read",
    },
    Unused {
        stems: "ticket_chat ticket_chat_event",
        columns: "chat_id chat_index conversation_id",
        why: "chats before a ticket; tickets and their comments are read",
    },
    Unused {
        stems: "organization_tag ticket_tag user_tag",
        columns: "tag",
        why: "tags: their meaning is known to their owner only",
    },
    Unused {
        stems: "sla_policy_metric_history ticket_sla_policy sla_policy sla_policy_history schedule schedule_holiday \
                ticket_schedule daylight_time time_zone audit_log brand ticket_form_history",
        columns: "sla_policy_id schedule_id start_time_utc daylight_offset standard_offset change_description \
                  subdomain end_user_visible time_zone",
        why: "settings of the help desk: they name nobody of an account",
    },
    Unused {
        stems: "application_history guide_history guide_step_history page_rule_history guide guides",
        columns: "agent_policy_prod push_application_id attribute_badge_name guide_last_updated_at parsed_rule \
                  launch_method",
        why: "settings of the analytics system: they name nobody of an account",
    },
    Unused {
        stems: "guide_event guide_events",
        columns: "guide_id guide_step_id",
        why: "guides that were shown: being shown something is no use of the product",
    },
    Unused {
        stems: "order orders",
        columns: "order_number is_reduction_order original_order_id customer_authorized_by_id effective_date",
        why: "orders: the deals and contracts they come from carry the decision",
    },
    Unused {
        stems: "demo_data_plan data_plan plan",
        columns: "sobject save_refs resolve_refs files",
        why: "the plan of an export; the files it names carry the records",
    },
];

/// Why a table is of no use, when it is known to be.
pub(crate) fn why_unused(table: &str, keys: &[String]) -> Option<&'static str> {
    let n_of = |unused: &Unused| {
        let columns = unused.columns.split_whitespace();
        columns
            .filter(|column| keys.iter().any(|key| key == column))
            .count()
    };
    let by_name = UNUSED
        .iter()
        .find(|unused| has_word(unused.stems, table) && n_of(unused) > 0);
    by_name.map(|unused| unused.why)
}
