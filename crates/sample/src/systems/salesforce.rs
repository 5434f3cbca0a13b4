//! Salesforce as its weekly export writes it: one CSV an object, API names, every value quoted.

mod deals;
mod notes;
mod people;

use model::time::Day;

use super::ledger::Ledger;
use super::staff::Colleague;
use crate::SampleError;
use crate::dice::Dice;
use crate::files::{Files, Sheet};
use crate::plan::Plan;
use crate::salesforce_id::IdSeries;
use crate::truth::Truth;
use crate::words::companies::PRODUCTS;
use crate::world::Block;

const ACCOUNT: &[&str] = &[
    "Id",
    "IsDeleted",
    "MasterRecordId",
    "Name",
    "Type",
    "ParentId",
    "BillingCountry",
    "Phone",
    "Website",
    "Industry",
    "NumberOfEmployees",
    "OwnerId",
    "CreatedDate",
    "LastModifiedDate",
    "SystemModstamp",
];
const CONTACT: &[&str] = &[
    "Id",
    "IsDeleted",
    "MasterRecordId",
    "AccountId",
    "FirstName",
    "LastName",
    "Phone",
    "MobilePhone",
    "ReportsToId",
    "Email",
    "Title",
    "Department",
    "LeadSource",
    "OwnerId",
    "HasOptedOutOfEmail",
    "CreatedDate",
    "LastModifiedDate",
    "SystemModstamp",
    "EmailBouncedReason",
    "EmailBouncedDate",
    "No_Longer_at_Company__c",
];
const OPPORTUNITY: &[&str] = &[
    "Id",
    "IsDeleted",
    "AccountId",
    "Name",
    "StageName",
    "Amount",
    "Probability",
    "CloseDate",
    "Type",
    "LeadSource",
    "IsClosed",
    "IsWon",
    "ForecastCategory",
    "OwnerId",
    "CreatedDate",
    "LastModifiedDate",
    "SystemModstamp",
    "ContractId",
    "SBQQ__Renewal__c",
    "SBQQ__RenewedContract__c",
    "SBQQ__AmendedContract__c",
    "Loss_Reason__c",
];
const ROLE: &[&str] = &[
    "Id",
    "OpportunityId",
    "ContactId",
    "Role",
    "CreatedDate",
    "LastModifiedDate",
    "SystemModstamp",
    "IsDeleted",
];
const HISTORY: &[&str] = &[
    "Id",
    "OpportunityId",
    "CreatedDate",
    "StageName",
    "Amount",
    "CloseDate",
    "IsDeleted",
];
const CONTRACT: &[&str] = &[
    "Id",
    "AccountId",
    "OwnerExpirationNotice",
    "StartDate",
    "EndDate",
    "ContractTerm",
    "OwnerId",
    "Status",
    "CustomerSignedId",
    "CustomerSignedTitle",
    "CustomerSignedDate",
    "IsDeleted",
    "ContractNumber",
    "CreatedDate",
    "LastModifiedDate",
    "SystemModstamp",
    "SBQQ__Opportunity__c",
    "SBQQ__RenewalOpportunity__c",
];
const TASK: &[&str] = &[
    "Id",
    "WhoId",
    "WhatId",
    "Subject",
    "ActivityDate",
    "Status",
    "Priority",
    "OwnerId",
    "Description",
    "Type",
    "IsDeleted",
    "AccountId",
    "IsClosed",
    "CreatedDate",
    "LastModifiedDate",
    "SystemModstamp",
    "TaskSubtype",
];
const USER: &[&str] = &[
    "Id",
    "Username",
    "FirstName",
    "LastName",
    "Email",
    "Title",
    "CompanyName",
    "IsActive",
];
const PRODUCT: &[&str] = &[
    "Id",
    "Name",
    "ProductCode",
    "Family",
    "IsActive",
    "IsDeleted",
];
const LINE_ITEM: &[&str] = &[
    "Id",
    "OpportunityId",
    "Product2Id",
    "ProductCode",
    "Name",
    "Quantity",
    "TotalPrice",
    "IsDeleted",
];

/// The files and the series of ids.
pub(crate) struct Salesforce {
    account: Sheet,
    contact: Sheet,
    opportunity: Sheet,
    role: Sheet,
    history: Sheet,
    contract: Sheet,
    task: Sheet,
    line_item: Sheet,
    ids: Ids,
    products: Vec<String>,
    n_small_bytes: u64,
}

struct Ids {
    account: IdSeries,
    contact: IdSeries,
    opportunity: IdSeries,
    role: IdSeries,
    history: IdSeries,
    contract: IdSeries,
    task: IdSeries,
    line_item: IdSeries,
}

/// What every part of the export needs.
pub(crate) struct Scene<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) block: &'a Block,
    pub(crate) staff: &'a [Colleague],
}

impl Salesforce {
    /// Makes the files; users and products are written at once.
    pub(crate) fn open(files: &mut dyn Files, staff: &[Colleague]) -> Result<Self, SampleError> {
        let (products, n_product_bytes) = write_products(files)?;
        let n_user_bytes = write_users(files, staff)?;
        let mut sheet =
            |name: &str, columns| Sheet::create(files, &format!("salesforce/{name}.csv"), columns);
        Ok(Self {
            account: sheet("Account", ACCOUNT)?,
            contact: sheet("Contact", CONTACT)?,
            opportunity: sheet("Opportunity", OPPORTUNITY)?,
            role: sheet("OpportunityContactRole", ROLE)?,
            history: sheet("OpportunityHistory", HISTORY)?,
            contract: sheet("Contract", CONTRACT)?,
            task: sheet("Task", TASK)?,
            line_item: sheet("OpportunityLineItem", LINE_ITEM)?,
            ids: Ids::new(),
            products,
            n_small_bytes: n_product_bytes + n_user_bytes,
        })
    }

    /// Writes what the CRM holds of a block; gives the keys it used.
    pub(crate) fn write(
        &mut self,
        scene: &Scene<'_>,
        dice: &mut Dice,
        truth: &mut Truth,
    ) -> Result<Ledger, SampleError> {
        let mut ledger = Ledger::default();
        self.reserve(scene.block, &mut ledger);
        self.write_accounts(scene, dice, truth, &ledger)?;
        self.write_contacts(scene, dice, truth, &mut ledger)?;
        self.write_deals(scene, dice, &ledger)?;
        self.write_contracts(scene, &ledger)?;
        self.write_notes(scene, dice, truth, &ledger)?;
        Ok(ledger)
    }

    /// Gives ids to accounts, deals and contracts, which point at each other.
    fn reserve(&mut self, block: &Block, ledger: &mut Ledger) {
        for company in &block.companies {
            ledger.accounts.push(self.ids.account.next());
            let deals = company
                .decisions
                .iter()
                .map(|it| it.has_deal.then(|| self.ids.opportunity.next()))
                .collect();
            ledger.deals.push(deals);
            let contracts = company
                .contracts
                .iter()
                .map(|_| self.ids.contract.next())
                .collect();
            ledger.contracts.push(contracts);
        }
    }

    /// Writes what is left; gives the bytes of all files.
    pub(crate) fn finish(self) -> Result<u64, SampleError> {
        let files = [
            self.account,
            self.contact,
            self.opportunity,
            self.role,
            self.history,
            self.contract,
            self.task,
            self.line_item,
        ];
        let mut n_bytes = self.n_small_bytes;
        for file in files {
            n_bytes += file.finish()?.1;
        }
        Ok(n_bytes)
    }
}

impl Ids {
    fn new() -> Self {
        Self {
            account: IdSeries::new("001", 7_001),
            contact: IdSeries::new("003", 20_001),
            opportunity: IdSeries::new("006", 3_001),
            role: IdSeries::new("00K", 1_001),
            history: IdSeries::new("008", 9_001),
            contract: IdSeries::new("800", 501),
            task: IdSeries::new("00T", 60_001),
            line_item: IdSeries::new("00k", 4_001),
        }
    }
}

fn write_products(files: &mut dyn Files) -> Result<(Vec<String>, u64), SampleError> {
    let mut sheet = Sheet::create(files, "salesforce/Product2.csv", PRODUCT)?;
    let mut series = IdSeries::new("01t", 11);
    let mut ids = Vec::new();
    for (name, code) in PRODUCTS {
        let id = series.next();
        sheet.put(&[&id, name, code, "Subscription", "1", "0"])?;
        ids.push(id);
    }
    Ok((ids, sheet.finish()?.1))
}

fn write_users(files: &mut dyn Files, staff: &[Colleague]) -> Result<u64, SampleError> {
    let mut sheet = Sheet::create(files, "salesforce/User.csv", USER)?;
    for it in staff {
        let company = crate::words::companies::OUR_NAME;
        sheet.put(&[
            &it.id, &it.email, it.given, &it.family, &it.email, it.title, company, "1",
        ])?;
    }
    Ok(sheet.finish()?.1)
}

/// A moment of a day as the export writes it.
pub(crate) fn stamp(day: Day, dice: &mut Dice) -> String {
    format!(
        "{day} {:02}:{:02}:{:02}",
        dice.between(7, 18),
        dice.below(60),
        dice.below(60)
    )
}

/// 1 or 0.
fn flag(is_so: bool) -> &'static str {
    if is_so { "1" } else { "0" }
}
