//! The mask of a persona: a symmetrical face in a few strokes, drawn from its own facts.
//!
//! The outline says which kind it is; brow, eyes, mouth, cheeks and ornament come
//! from its six most distinctive statements, form by fact and size by share. The
//! same persona always has the same face, and when its facts drift the face does.
//! It carries no gender, age or race.

use api::personas::StatementLine;
use model::PersonaKind;

/// A mask, on a field of 120 × 150.
pub(crate) struct Mask {
    /// The outline.
    pub(crate) outline: String,
    /// Strokes inside it.
    pub(crate) strokes: String,
    /// Dots inside it: their paths are filled.
    pub(crate) dots: String,
}

/// The right half of a face; the left half follows by reflection.
#[derive(Default)]
struct Half {
    both: String,
}

/// A point right of the middle line.
type Point = (f64, f64);

/// Traits that shape a face.
const N_TRAITS: usize = 6;

/// Draws the mask of a persona from its statements, the most distinctive first.
pub(crate) fn mask(kind: PersonaKind, statements: &[StatementLine]) -> Mask {
    let traits: [Trait; N_TRAITS] = std::array::from_fn(|idx| {
        let line = statements.get(idx);
        Trait {
            form: line.map_or(idx as u64, |line| form_of(&line.fact_code)),
            size: line.map_or(0.3, |line| line.share.clamp(0.0, 1.0)),
        }
    });
    let [brow, eye, mouth, ornament, cheek, chin] = traits;
    let mut strokes = Half::default();
    draw_brow(&mut strokes, brow);
    draw_eye(&mut strokes, eye);
    draw_mouth(&mut strokes, mouth);
    draw_cheek(&mut strokes, cheek);
    draw_chin(&mut strokes, chin);
    let mut dots = Half::default();
    draw_ornament(&mut strokes, &mut dots, ornament);
    dots.dot((19.0, 66.0), 2.6 + 1.6 * eye.size);
    strokes.stroke(&[(0.0, 66.0), (3.0, 82.0), (7.0, 94.0)], false);
    Mask {
        outline: outline(kind),
        strokes: strokes.both,
        dots: dots.both,
    }
}

/// A fact as form and size.
#[derive(Clone, Copy)]
struct Trait {
    form: u64,
    size: f64,
}

impl Trait {
    fn pick(self, n: u64) -> u64 {
        self.form % n
    }

    /// A shift between −1 and 1 from the higher bits of the form.
    fn lean(self) -> f64 {
        let step = u8::try_from((self.form >> 32) % 5).unwrap_or(0);
        f64::from(step) / 2.0 - 1.0
    }
}

/// FNV-1a over the bytes of a fact: small, stable, the same on every machine.
fn form_of(fact: &str) -> u64 {
    fact.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl Half {
    /// A smooth line through points, once on either side; `closes` joins its ends.
    fn stroke(&mut self, points: &[Point], closes: bool) {
        for side in [1.0, -1.0] {
            self.line(points, side);
            if closes {
                self.both.push('Z');
            }
        }
    }

    /// One line across the middle, from the left end of `points` to their right end.
    fn across(&mut self, points: &[Point]) {
        let left = points.iter().rev().map(|(x, y)| (-x, *y));
        let right = points.iter().copied().filter(|(x, _)| *x > 0.0);
        let whole: Vec<Point> = left.chain(right).collect();
        self.line(&whole, 1.0);
    }

    fn line(&mut self, points: &[Point], side: f64) {
        for (idx, (x, y)) in points.iter().enumerate() {
            let next = points.get(idx + 1);
            let is_bend = idx > 0 && next.is_some();
            match (idx, is_bend) {
                (0, _) => self.both.push_str(&format!("M{}", at(side * x, *y))),
                (_, false) => self.both.push_str(&format!("L{}", at(side * x, *y))),
                (_, true) => {
                    let (nx, ny) = next.copied().unwrap_or((*x, *y));
                    let (mx, my) = ((x + nx) / 2.0, (y + ny) / 2.0);
                    let (bend, end) = (at(side * x, *y), at(side * mx, my));
                    self.both.push_str(&format!("Q{bend} {end}"));
                }
            }
        }
    }

    fn dot(&mut self, (x, y): Point, r: f64) {
        for side in [1.0, -1.0] {
            let start = at(side * x - r, y);
            let width = 2.0 * r;
            self.both.push_str(&format!(
                "M{start}a{r:.1} {r:.1} 0 1 0 {width:.1} 0a{r:.1} {r:.1} 0 1 0 -{width:.1} 0"
            ));
        }
    }
}

/// A point of the drawing, whose middle line stands at 60.
fn at(x: f64, y: f64) -> String {
    format!("{:.1} {y:.1}", 60.0 + x)
}

fn outline(kind: PersonaKind) -> String {
    let right = match kind {
        PersonaKind::Buyer => "M60 10C92 10 108 26 105 64C102 100 84 130 60 142",
        PersonaKind::Customer => "M60 10C94 10 110 40 108 76C106 116 86 140 60 140",
        PersonaKind::User => "M60 14L92 14C104 14 107 24 106 42C105 96 96 138 60 138",
    };
    let left = match kind {
        PersonaKind::Buyer => "C36 130 18 100 15 64C12 26 28 10 60 10Z",
        PersonaKind::Customer => "C34 140 14 116 12 76C10 40 26 10 60 10Z",
        PersonaKind::User => "C24 138 15 96 14 42C13 24 16 14 28 14L60 14Z",
    };
    format!("{right}{left}")
}

fn draw_brow(strokes: &mut Half, brow: Trait) {
    let lift = 4.0 + 6.0 * brow.size;
    let tilt = 4.0 * brow.lean();
    match brow.pick(3) {
        0 => strokes.stroke(
            &[(7.0, 54.0 + tilt), (20.0, 50.0 - lift), (36.0, 54.0)],
            false,
        ),
        1 => strokes.stroke(&[(6.0, 52.0 + tilt), (36.0, 50.0 - tilt)], false),
        _ => strokes.stroke(
            &[
                (4.0, 60.0),
                (6.0, 50.0),
                (20.0, 50.0 - lift),
                (38.0, 56.0 + tilt),
            ],
            false,
        ),
    }
}

fn draw_eye(strokes: &mut Half, eye: Trait) {
    let open = 4.0 + 5.0 * eye.size;
    let outer = 66.0 - 3.0 * eye.lean();
    match eye.pick(3) {
        0 => strokes.stroke(
            &[
                (9.0, 66.0),
                (19.0, 66.0 - 2.0 * open),
                (31.0, outer),
                (19.0, 66.0 + 2.0 * open),
                (9.0, 66.0),
            ],
            true,
        ),
        1 => strokes.stroke(
            &[
                (9.0, 67.0),
                (19.0, 66.0 - 2.0 * open),
                (32.0, outer),
                (20.0, 70.0),
                (9.0, 67.0),
            ],
            true,
        ),
        _ => {
            strokes.stroke(
                &[(8.0, 64.0), (20.0, 62.0 - open), (32.0, outer - 2.0)],
                false,
            );
            strokes.stroke(
                &[(11.0, 69.0), (20.0, 69.0 + open), (29.0, outer + 3.0)],
                false,
            );
        }
    }
}

fn draw_mouth(strokes: &mut Half, mouth: Trait) {
    let width = 11.0 + 13.0 * mouth.size;
    let bend = 6.0 * mouth.lean();
    match mouth.pick(4) {
        0 => strokes.across(&[(0.0, 112.0 + bend), (width, 110.0 - bend)]),
        1 => strokes.stroke(
            &[
                (0.0, 106.0),
                (width, 106.0),
                (width, 112.0),
                (width * 0.6, 122.0),
                (0.0, 122.0),
            ],
            false,
        ),
        2 => {
            strokes.across(&[(0.0, 109.0), (width, 108.0)]);
            strokes.across(&[(0.0, 117.0 + bend.abs()), (width * 0.7, 114.0)]);
        }
        _ => strokes.stroke(
            &[
                (0.0, 107.0),
                (6.0, 104.0),
                (width, 111.0),
                (6.0, 117.0),
                (0.0, 116.0),
            ],
            false,
        ),
    }
}

fn draw_cheek(strokes: &mut Half, cheek: Trait) {
    let reach = 6.0 + 8.0 * cheek.size;
    match cheek.pick(4) {
        0 => {}
        1 => strokes.stroke(
            &[
                (26.0, 86.0),
                (32.0, 92.0),
                (26.0 + reach / 2.0, 98.0 + reach / 2.0),
            ],
            false,
        ),
        2 => {
            strokes.stroke(&[(27.0, 84.0), (27.0 + reach, 82.0)], false);
            strokes.stroke(&[(26.0, 90.0), (26.0 + reach, 90.0)], false);
        }
        _ => strokes.stroke(
            &[(12.0, 94.0), (20.0, 98.0), (22.0, 104.0 + reach / 2.0)],
            false,
        ),
    }
}

fn draw_chin(strokes: &mut Half, chin: Trait) {
    let reach = 4.0 + 6.0 * chin.size;
    match chin.pick(4) {
        0 => {}
        1 => strokes.across(&[(0.0, 129.0), (reach, 127.0)]),
        2 => {
            for x in [3.0, 9.0] {
                strokes.stroke(&[(x, 125.0), (x * 0.8, 126.0 + reach)], false);
            }
        }
        _ => strokes.across(&[(0.0, 126.0), (reach / 2.0, 129.0), (reach, 126.0)]),
    }
}

fn draw_ornament(strokes: &mut Half, dots: &mut Half, ornament: Trait) {
    let n = 2 + u8::try_from(ornament.pick(97) % 3).unwrap_or(0);
    let size = 1.6 + 1.8 * ornament.size;
    match (ornament.form / 97) % 5 {
        0 => {
            for i in 0..=n {
                let x = f64::from(i) * 9.0;
                dots.dot((x, 27.0 + x * x / 260.0), size);
            }
        }
        1 => strokes.across(&[(0.0, 32.0), (18.0, 33.0), (40.0, 40.0)]),
        2 => {
            for i in 0..n {
                let x = 6.0 + f64::from(i) * 10.0;
                strokes.stroke(
                    &[(x, 34.0), (x + 8.0, 30.0 - size), (x + 4.0, 22.0 + x / 8.0)],
                    false,
                );
            }
        }
        3 => {
            strokes.stroke(&[(0.0, 20.0), (5.0, 27.0), (0.0, 35.0)], false);
            dots.dot((14.0, 30.0), size * 0.8);
        }
        _ => {
            for i in 0..n {
                let x = 3.0 + f64::from(i) * 8.0;
                strokes.stroke(&[(x, 18.0 + x / 8.0), (x * 1.1, 30.0 + x / 6.0)], false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use model::{Component, StatementId};

    use super::*;

    fn line(fact: &str, share: f64) -> StatementLine {
        StatementLine {
            statement_id: StatementId::derive(&[fact]),
            component: Component::Objectives,
            fact_code: fact.to_owned(),
            sentence: String::new(),
            share,
            share_low: 0.0,
            share_high: 1.0,
            base_share: 0.1,
            n_people: 9,
            n_known: 12,
            n_accounts: None,
            q_value: 0.01,
            n_cited: 1,
        }
    }

    fn drawn(facts: &[(&str, f64)]) -> String {
        let lines: Vec<StatementLine> = facts
            .iter()
            .map(|(fact, share)| line(fact, *share))
            .collect();
        let mask = mask(PersonaKind::Buyer, &lines);
        format!("{} {}", mask.strokes, mask.dots)
    }

    #[test]
    fn the_same_facts_draw_the_same_face_and_others_another() {
        let facts = [("goal=speed", 0.5), ("role=approver", 0.7)];
        assert_eq!(drawn(&facts), drawn(&facts));
        assert_ne!(
            drawn(&facts),
            drawn(&[("goal=cost", 0.5), ("role=approver", 0.7)])
        );
    }

    #[test]
    fn drift_shows() {
        assert_ne!(drawn(&[("goal=speed", 0.4)]), drawn(&[("goal=speed", 0.9)]));
    }

    #[test]
    fn every_stroke_stays_on_the_field() {
        for n in 0..200 {
            let facts: Vec<String> = (0..6)
                .map(|i| format!("subject{i}=value{}", n * 7 + i))
                .collect();
            let facts: Vec<(&str, f64)> = facts.iter().map(|fact| (fact.as_str(), 1.0)).collect();
            let path = drawn(&facts);
            let numbers = path.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
            let numbers = numbers.filter_map(|text| text.parse::<f64>().ok());
            assert!(numbers.into_iter().all(|x| x.abs() <= 150.0), "{path}");
        }
    }
}
