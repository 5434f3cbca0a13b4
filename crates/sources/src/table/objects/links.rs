//! Column names of tables that connect objects, merge them or tell their past.

use super::{Names, Object, ObjectSpec};
use crate::table::fields::Field::*;

const CONTACT: Names = (ContactRef, "contact_id");
const DEAL: Names = (DealRef, "deal_id opportunity_id");
const ACCOUNT: Names = (AccountRef, "company_id account_id organization_id");
const TICKET: Names = (TicketRef, "ticket_id case_id");

/// Two ids in a row and little else.
pub(super) const ASSOCIATION: ObjectSpec = ObjectSpec {
    object: Object::Association,
    code: "association",
    key: "association",
    systems: "",
    stems: "deal_contact deal_contacts deal_company deal_companies contact_company contact_companies company_contact \
            ticket_contact ticket_company ticket_deal ticket_engagement engagement_contact engagement_company \
            engagement_deal task_relation event_relation campaign_member campaign_members visitor_account \
            visitor_account_history contact_deal company_deal \
            video_call_participant video_call_participants",
    own_ids: "",
    marks: "type_id is_what",
    needs: &[],
    tells: &[ContactRef, DealRef, ActivityRef, TicketRef],
    names: &[
        (Id, "id"),
        DEAL,
        (ActivityRef, "engagement_id task_id event_id video_call_id"),
        TICKET,
        (CampaignRef, "campaign_id"),
        CONTACT,
        (LeadRef, "lead_id"),
        (UserRef, "visitor_id"),
        (PersonRef, "relation_id related_person_id"),
        (Email, "email"),
        ACCOUNT,
        (
            Label,
            "association_label label type_id association_type status",
        ),
    ],
};

/// Two ids that became one.
pub(super) const MERGE: ObjectSpec = ObjectSpec {
    object: Object::Merge,
    code: "merge",
    key: "merge",
    systems: "",
    stems: "contact_merge_audit merge_audit merged_deal merged_deals merged_contact merged_contacts merged_company \
            merged_companies",
    own_ids: "",
    marks: "vid_to_merge merged_deal_id merged_contact_id merged_company_id",
    needs: &[&[ContactRef, DealRef, AccountRef], &[MergedRefs]],
    tells: &[MergedRefs],
    names: &[
        (ContactRef, "canonical_vid contact_id"),
        DEAL,
        ACCOUNT,
        (
            MergedRefs,
            "vid_to_merge merged_deal_id merged_contact_id merged_company_id merged_account_id merged_id",
        ),
        (At, "timestamp merged_at created_date"),
    ],
};

/// Values that a property had, one a row.
pub(super) const HISTORY: ObjectSpec = ObjectSpec {
    object: Object::History,
    code: "property_history",
    key: "property_history",
    systems: "",
    stems: "contact_property_history company_property_history deal_property_history opportunity_field_history \
            contact_field_history account_field_history property_history field_history",
    own_ids: "",
    marks: "new_value old_value",
    needs: &[
        &[ContactRef, DealRef, AccountRef],
        &[PropertyName],
        &[PropertyValue],
        &[At],
    ],
    tells: &[PropertyName, PropertyValue, At, Label],
    names: &[
        (Id, "id"),
        CONTACT,
        DEAL,
        ACCOUNT,
        (PropertyName, "name property property_name field field_name"),
        (PropertyValue, "value new_value property_value"),
        (At, "timestamp timestamp_instant created_date changed_at"),
        (Label, "source"),
    ],
};
