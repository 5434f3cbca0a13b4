//! Names of companies, their legal forms, industries and places.

use crate::dice::Dice;

const FIRST: &[&str] = &[
    "Alder",
    "Amber",
    "Anchor",
    "Apex",
    "Arbor",
    "Arden",
    "Argent",
    "Aster",
    "Atlas",
    "Aurora",
    "Avon",
    "Beacon",
    "Birch",
    "Blackwater",
    "Blue Heron",
    "Bramble",
    "Bright",
    "Cairn",
    "Calder",
    "Canyon",
    "Cardinal",
    "Cedar",
    "Chalk",
    "Cinder",
    "Clear",
    "Cobalt",
    "Compass",
    "Copper",
    "Coral",
    "Crescent",
    "Crown",
    "Delta",
    "Drift",
    "Eagle",
    "East Bay",
    "Ember",
    "Falcon",
    "Fenwick",
    "Fern",
    "Flint",
    "Forge",
    "Foxglove",
    "Garnet",
    "Glacier",
    "Golden Gate",
    "Granite",
    "Grey Wolf",
    "Grove",
    "Harbour",
    "Hazel",
    "Heath",
    "Highland",
    "Hollow",
    "Horizon",
    "Indigo",
    "Iron",
    "Ivory",
    "Jasper",
    "Juniper",
    "Kestrel",
    "Keystone",
    "Lantern",
    "Larch",
    "Laurel",
    "Linden",
    "Lodestar",
    "Lumen",
    "Magnolia",
    "Maple",
    "Marble",
    "Meadow",
    "Meridian",
    "Mill",
    "Mistral",
    "Moss",
    "Mulberry",
    "North Star",
    "Nova",
    "Oak",
    "Obsidian",
    "Ocean",
    "Old Mill",
    "Onyx",
    "Opal",
    "Orchard",
    "Otter",
    "Palisade",
    "Pebble",
    "Pelican",
    "Pine",
    "Pioneer",
    "Prairie",
    "Quartz",
    "Quill",
    "Raven",
    "Redwood",
    "Ridge",
    "River",
    "Robin",
    "Rowan",
    "Saffron",
    "Sage",
    "Sandstone",
    "Sequoia",
    "Shale",
    "Silver",
    "Slate",
    "Solstice",
    "South Fork",
    "Sparrow",
    "Spruce",
    "Stone",
    "Summit",
    "Swift",
    "Tamarind",
    "Teal",
    "Thistle",
    "Thorn",
    "Tidal",
    "Timber",
    "Topaz",
    "Trellis",
    "Umber",
    "Union",
    "Valley",
    "Vantage",
    "Verde",
    "Violet",
    "Walnut",
    "Wave",
    "West Point",
    "Wheat",
    "Willow",
    "Winter",
    "Wren",
    "Yarrow",
    "Zephyr",
    "Zinc",
];

const SECOND: &[&str] = &[
    "bridge", "brook", "field", "ford", "gate", "haven", "hill", "land", "line", "mark", "path",
    "point", "port", "shore", "side", "stead", "view", "ward", "way", "works",
];

/// What industries do: (industry, words in company names, the place where work happens there).
pub(crate) const INDUSTRIES: &[(&str, &[&str], &str)] = &[
    (
        "Manufacturing",
        &[
            "Components",
            "Precision",
            "Industries",
            "Fabrication",
            "Castings",
        ],
        "plant",
    ),
    (
        "Logistics",
        &["Freight", "Logistics", "Haulage", "Cargo", "Transport"],
        "depot",
    ),
    (
        "Healthcare",
        &["Health", "Clinics", "Medical Group", "Care Partners"],
        "clinic",
    ),
    (
        "Financial Services",
        &["Capital", "Financial", "Mutual", "Savings", "Assurance"],
        "branch",
    ),
    (
        "Retail",
        &["Stores", "Outfitters", "Grocers", "Home", "Trading Company"],
        "store",
    ),
    (
        "Technology",
        &["Software", "Systems", "Labs", "Networks", "Digital"],
        "team",
    ),
    (
        "Energy",
        &["Energy", "Power", "Renewables", "Utilities"],
        "site",
    ),
    (
        "Construction",
        &["Builders", "Construction", "Civil Works", "Contracting"],
        "site",
    ),
    (
        "Education",
        &["Academy", "Learning", "College Group"],
        "campus",
    ),
    (
        "Hospitality",
        &["Hotels", "Resorts", "Hospitality"],
        "hotel",
    ),
];

/// Countries with the legal forms used there.
pub(crate) const COUNTRIES: &[(&str, &[&str])] = &[
    ("United States", &["Inc.", "LLC", "Corp."]),
    ("United Kingdom", &["Ltd", "Limited", "PLC"]),
    ("Germany", &["GmbH", "AG", "GmbH & Co. KG"]),
    ("Netherlands", &["B.V.", "N.V."]),
    ("France", &["SAS", "SA"]),
    ("Ireland", &["Limited", "DAC"]),
    ("Sweden", &["AB"]),
    ("Canada", &["Inc.", "Ltd."]),
];

/// Our products, by name; the first is what companies start with most often.
pub(crate) const PRODUCTS: &[(&str, &str)] = &[
    ("Rosterline Plan", "RL-PLAN"),
    ("Rosterline Insight", "RL-INSIGHT"),
    ("Rosterline Mobile", "RL-MOBILE"),
    ("Rosterline Connect", "RL-CONNECT"),
];

/// The name of a product.
pub(crate) fn product(idx: usize) -> Option<&'static str> {
    PRODUCTS.get(idx).map(|(name, _)| *name)
}

/// Us.
pub(crate) const OUR_NAME: &str = "Rosterline";
/// Our domain.
pub(crate) const OUR_DOMAIN: &str = "rosterline.example";

/// The parts of a company's name.
pub(crate) struct CompanyName {
    /// As people say it.
    pub(crate) short: String,
    /// As contracts have it.
    pub(crate) legal: String,
    /// Its mail domain.
    pub(crate) domain: String,
}

/// A name for the company with this number. The number makes the domain
/// unique where names repeat, as they do when there are thousands.
pub(crate) fn company_name(
    dice: &mut Dice,
    idx: u32,
    trade: &[&'static str],
    forms: &[&'static str],
) -> CompanyName {
    let first = dice.word(FIRST);
    let root = if dice.chance(0.4) {
        format!("{first}{}", dice.word(SECOND))
    } else {
        first.to_owned()
    };
    let root = if dice.chance(0.12) {
        format!("{root} & {}", crate::words::names::family(dice))
    } else {
        root
    };
    let short = format!("{root} {}", dice.word(trade));
    let legal = format!("{short} {}", dice.word(forms));
    let stem = slug(&short).replace('-', "");
    let domain = if idx < 40 {
        format!("{stem}.example")
    } else {
        format!("{stem}{idx}.example")
    };
    CompanyName {
        short,
        legal,
        domain,
    }
}

/// Small letters and digits with hyphens between: for file names.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for word in name.split(|letter: char| !letter.is_alphanumeric()) {
        let plain: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if plain.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&plain.to_lowercase());
    }
    slug
}
