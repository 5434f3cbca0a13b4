//! Column names of tables that name codes: products, stages, properties, features.

use super::{Object, ObjectSpec};
use crate::table::fields::Field::*;

/// A table of names for codes of one kind.
const fn labels(
    object: Object,
    code: &'static str,
    stems: &'static str,
    marks: &'static str,
) -> ObjectSpec {
    ObjectSpec {
        object,
        code,
        key: code,
        systems: "",
        stems,
        own_ids: "",
        marks,
        needs: &[&[Id], &[Label]],
        tells: &[Label],
        names: &[
            (Id, "id stage_id pipeline_id api_name reference_id"),
            (
                Label,
                "label master_label stage_label name display_name question",
            ),
            (IsWon, "closed_won is_won"),
            (IsClosed, "is_closed"),
        ],
    }
}

pub(super) const PRODUCT: ObjectSpec = labels(
    Object::Product,
    "product",
    "product2 products2 product products",
    "product_code stock_keeping_unit quantity_unit_of_measure",
);
pub(super) const STAGE: ObjectSpec = labels(
    Object::Stage,
    "stage",
    "deal_pipeline_stage deal_pipeline_stages pipeline_stage opportunity_stage opportunity_stages",
    "closed_won",
);
pub(super) const TICKET_STAGE: ObjectSpec = labels(
    Object::TicketStage,
    "ticket_stage",
    "ticket_pipeline_stage ticket_pipeline_stages",
    "ticket_state",
);
pub(super) const PIPELINE: ObjectSpec = labels(
    Object::Pipeline,
    "pipeline",
    "deal_pipeline deal_pipelines ticket_pipeline ticket_pipelines pipelines",
    "",
);
pub(super) const CAMPAIGN: ObjectSpec = labels(
    Object::Campaign,
    "campaign",
    "campaign campaigns",
    "number_of_leads expected_response number_sent",
);
pub(super) const FEATURE: ObjectSpec = labels(
    Object::Feature,
    "feature",
    "feature features feature_history",
    "is_core_event",
);
pub(super) const PAGE: ObjectSpec = labels(Object::Page, "page", "page pages page_history", "");
pub(super) const POLL: ObjectSpec =
    labels(Object::Poll, "poll", "poll polls", "attribute_follow_up");

pub(super) const PROPERTY: ObjectSpec = ObjectSpec {
    names: &[(Id, "name"), (Label, "label")],
    ..labels(
        Object::Property,
        "property",
        "property properties",
        "hubspot_object hubspot_defined field_type",
    )
};

pub(super) const OPTION: ObjectSpec = ObjectSpec {
    needs: &[&[Id], &[Label], &[PropertyName]],
    names: &[
        (Id, "value"),
        (Label, "label"),
        (PropertyName, "name property_name property_id"),
    ],
    ..labels(
        Object::PropertyOption,
        "option",
        "property_option property_options",
        "hubspot_object property_id",
    )
};

/// What a price entry prices: a second name of a product.
pub(super) const PRICE: ObjectSpec = ObjectSpec {
    needs: &[&[Id], &[ProductRef]],
    tells: &[ProductRef],
    names: &[
        (Id, "id reference_id"),
        (ProductRef, "product2_id product_id"),
    ],
    ..labels(
        Object::Price,
        "price",
        "pricebook_entry pricebook_entries",
        "use_standard_price pricebook2_id",
    )
};
