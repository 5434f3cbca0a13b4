//! What a reader hands over: one base row at a time.

use model::tables::base::{
    AccountRow, ActivityRow, AnswerRow, AssociationRow, ContractRow, DealRow, DeclaredRoleRow,
    EventRow, IssueRow, LabelRow, LineItemRow, MeetingRow, MentionRow, RecordRow, SameAsRow,
    StageRow, UtteranceRow,
};

/// One row of one base table.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A row of a file.
    Record(RecordRow),
    /// Somebody named by a record.
    Mention(MentionRow),
    /// A company.
    Account(AccountRow),
    /// An opportunity.
    Deal(DealRow),
    /// A role that a system declares.
    DeclaredRole(DeclaredRoleRow),
    /// A contract.
    Contract(ContractRow),
    /// A product on a deal.
    LineItem(LineItemRow),
    /// A deal entered a stage.
    Stage(StageRow),
    /// A name for a code.
    Label(LabelRow),
    /// Two objects are connected.
    Association(AssociationRow),
    /// Two keys are the same thing.
    SameAs(SameAsRow),
    /// A meeting.
    Meeting(MeetingRow),
    /// Something said.
    Utterance(UtteranceRow),
    /// A note, task, mail, call or ticket.
    Activity(ActivityRow),
    /// A usage event.
    Event(EventRow),
    /// An answer in a survey.
    Answer(AnswerRow),
    /// A row set aside, or a remark.
    Issue(IssueRow),
}

/// Why a sink cannot take a row.
#[derive(Debug, thiserror::Error)]
#[error("the row cannot be stored")]
pub struct SinkError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// Takes rows in the order of the file.
pub trait Sink {
    /// Takes one row.
    ///
    /// # Errors
    /// [`SinkError`] ends the reading of the file.
    fn accept(&mut self, item: Item) -> Result<(), SinkError>;
}

impl Sink for Vec<Item> {
    fn accept(&mut self, item: Item) -> Result<(), SinkError> {
        self.push(item);
        Ok(())
    }
}
