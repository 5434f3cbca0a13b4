//! Three made-up tables in which one account holds half of the rows.
//!
//! Writes  `deal_placed`, `cast`, `said`
//!
//! Deals of an account follow each other by month, so that some decisions have
//! predecessors; what is said falls near a deal, so that roles can be held in it.
//! Rows are shuffled and cut into several payloads: order must leave no trace.

use std::collections::BTreeMap;

use model::tables::base::DealRow;
use model::tables::decided::Said;
use model::tables::placed::DEAL_PLACED;
use model::tables::resolved::CastRow;
use model::{
    AccountId, ClaimId, Day, Instant, MeetingId, MentionId, MentionKind, PersonId, Polarity,
    Predicate, RecordId, Row, Side, TableDef,
};

use crate::error::NativeError;
use crate::frames::{Payloads, encode};

const ROWS_PER_SMALL_ACCOUNT: u32 = 4;
const ROWS_PER_PAYLOAD: usize = 64;
/// 2024-01-01: the first deal of every account closes in this month.
const FIRST_DAY: Day = Day(19_723);
const TITLES: [&str; 4] = [
    "Chief Financial Officer",
    "Head of Operations",
    "IT Architect",
    "Procurement Manager",
];
const READINGS: [Predicate; 5] = [
    Predicate::ControlsBudget,
    Predicate::Evaluates,
    Predicate::Procures,
    Predicate::Advocates,
    Predicate::Goal,
];

/// A third of `n_rows` for each table, as payloads in shuffled order.
pub(crate) fn tables(
    n_rows: u32,
    seed: u64,
) -> Result<BTreeMap<&'static str, Payloads>, NativeError> {
    let mut dice = Dice(seed);
    let places: Vec<Place> = (0..n_rows / 3).map(|i| Place::of(i, n_rows / 3)).collect();
    let mut deals: Vec<DealRow> = places.iter().map(deal).collect();
    let mut cast: Vec<CastRow> = places.iter().map(speaker).collect();
    let mut said: Vec<Said> = places
        .iter()
        .map(|place| saying(place, &mut dice))
        .collect();
    dice.shuffle(&mut deals);
    dice.shuffle(&mut cast);
    dice.shuffle(&mut said);
    Ok(BTreeMap::from([
        (DEAL_PLACED.name, payloads(DEAL_PLACED, &deals)?),
        (CastRow::TABLE.name, payloads(CastRow::TABLE, &cast)?),
        (Said::TABLE.name, payloads(Said::TABLE, &said)?),
    ]))
}

fn payloads<T: Row>(table: TableDef, rows: &[T]) -> Result<Payloads, NativeError> {
    let parts = rows.chunks(ROWS_PER_PAYLOAD);
    parts
        .map(|part| encode(table, &[T::to_batch(part)?]))
        .collect()
}

/// Which row of which account.
struct Place {
    account: u32,
    row: u32,
}

impl Place {
    /// Account 0 takes the first half of the rows, small accounts the rest.
    fn of(idx: u32, n_rows: u32) -> Self {
        let n_held = n_rows.div_ceil(2);
        match idx.checked_sub(n_held) {
            None => Self {
                account: 0,
                row: idx,
            },
            Some(rest) => Self {
                account: 1 + rest / ROWS_PER_SMALL_ACCOUNT,
                row: rest % ROWS_PER_SMALL_ACCOUNT,
            },
        }
    }

    fn key(&self) -> String {
        format!("{}-{}", self.account, self.row)
    }

    fn account_id(&self) -> AccountId {
        AccountId::derive(&[&self.account.to_string()])
    }

    fn closes(&self) -> Day {
        FIRST_DAY.plus_months((self.row % 24).cast_signed())
    }

    fn mention_id(&self) -> MentionId {
        MentionId::derive(&[&self.key()])
    }

    fn meeting_id(&self) -> MeetingId {
        MeetingId::derive(&[&self.key()])
    }
}

fn deal(place: &Place) -> DealRow {
    DealRow {
        record_id: RecordId::derive(&["deal", &place.key()]),
        native_key: format!("crm:deal:{}", place.key()),
        account_ref: None,
        account_name: None,
        name: Some(format!("Deal {}", place.row)),
        deal_type: (place.row % 4 == 3).then(|| "Renewal".to_owned()),
        stage: Some("Closed Won".to_owned()),
        is_closed: Some(true),
        is_won: Some(true),
        amount: Some(f64::from(place.row) * 250.0),
        created: Some(place.closes().plus_days(-60)),
        closes: Some(place.closes()),
        contract_ref: None,
        renewed_contract_ref: None,
        amended_contract_ref: None,
        is_renewal: Some(place.row % 4 == 3),
        products: vec![format!("Product {}", place.row % 3)],
        competitors: Vec::new(),
        reason: None,
        owner: None,
        modified: None,
        import_seq: 0,
        known_at: place.closes().start(),
        is_deleted: false,
        account_id: Some(place.account_id()),
    }
}

/// The name of whoever speaks in a row; each speaks in three.
fn name_of(account: u32, row: u32) -> String {
    format!("Ada{} Vane{account}", row / 3)
}

/// Whoever speaks in the meeting of the same row.
fn speaker(place: &Place) -> CastRow {
    let name = name_of(place.account, place.row);
    let title = TITLES.get((place.row % 4) as usize);
    CastRow {
        account_id: place.account_id(),
        mention_id: place.mention_id(),
        person_id: PersonId::derive(&[&name]),
        record_id: RecordId::derive(&["meeting", &place.key()]),
        native_key: format!("calls:speaker:{}", place.key()),
        kind: MentionKind::Speaker,
        name,
        title: title.map(|title| (*title).to_owned()),
        meeting_id: Some(place.meeting_id()),
        side: Side::Account,
        is_placeholder: false,
        valid_from: None,
        valid_to: None,
        known_at: Instant(0),
    }
}

/// Something said within a month before the deal of the same row closed. Whoever
/// speaks for the last time hands over to the next; some of what they say is of others.
fn saying(place: &Place, dice: &mut Dice) -> Said {
    let (reading, object) = match place.row % 3 {
        0 => (Predicate::Decides, String::new()),
        2 => (Predicate::HandsOver, name_of(place.account, place.row + 1)),
        _ => (dice.reading(), "shorter lead times".to_owned()),
    };
    let is_of_another = place.row % 3 == 1 && dice.below(4) == 0;
    Said {
        said_id: ClaimId::derive(&[&place.key()]),
        account_id: place.account_id(),
        record_id: RecordId::derive(&["utterance", &place.key()]),
        field: "text".to_owned(),
        span_start: 0,
        span_end: 24,
        meeting_id: Some(place.meeting_id()),
        day: Some(place.closes().plus_days(-(dice.below(30) as i32))),
        speaker_mention: Some(place.mention_id()),
        target_text: is_of_another.then(|| "our VP Finance".to_owned()),
        predicate: reading,
        object,
        polarity: Polarity::For,
        is_noted: false,
        certainty: 0.9,
        known_at: place.closes().start(),
    }
}

/// SplitMix64: equal seeds give equal tables on every machine.
///
/// Source  Steele, Lea & Flood (2014), doi:10.1145/2714064.2660195
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn reading(&mut self) -> Predicate {
        let reading = READINGS.get(self.below(READINGS.len()));
        reading.copied().unwrap_or(Predicate::Goal)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn shuffle<T>(&mut self, rows: &mut [T]) {
        for last in (1..rows.len()).rev() {
            rows.swap(last, self.below(last + 1));
        }
    }
}
