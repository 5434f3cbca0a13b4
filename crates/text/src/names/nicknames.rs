//! Given names that may be one: nicknames, initials.
//!
//! Source  a list of common English short forms of our own
//!
//! A line lists a name and its short forms. A short form may stand in several
//! lines: `alex` fits Alexander and Alexandra, which do not fit each other.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold::fold;

/// How two given names relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GivenMatch {
    /// Another name.
    Different,
    /// One is the first letter of the other.
    Initial,
    /// Forms of one name.
    Nickname,
    /// Equal when folded.
    Equal,
}

/// Compares two given names, folded or not.
pub fn match_given(left: &str, right: &str) -> GivenMatch {
    let (left, right) = (fold(left), fold(right));
    if left == right && !left.is_empty() {
        return GivenMatch::Equal;
    }
    let (short, long) = if left.len() <= right.len() {
        (&left, &right)
    } else {
        (&right, &left)
    };
    if short.len() == 1 && long.starts_with(short.as_str()) {
        return GivenMatch::Initial;
    }
    let roots = nickname_roots(&left);
    let is_family = nickname_roots(&right)
        .iter()
        .any(|root| roots.contains(root));
    if is_family {
        GivenMatch::Nickname
    } else {
        GivenMatch::Different
    }
}

/// The full names a folded given name may stand for, itself included when it is one.
pub fn nickname_roots(given: &str) -> &'static [&'static str] {
    ROOTS.get(given).map_or(&[], Vec::as_slice)
}

static ROOTS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut roots: FxHashMap<&'static str, Vec<&'static str>> = FxHashMap::default();
    for line in FAMILIES {
        let mut names = line.split(' ');
        let Some(root) = names.next() else { continue };
        for name in names.chain([root]) {
            roots.entry(name).or_default().push(root);
        }
    }
    roots
});

const FAMILIES: &[&str] = &[
    "abigail abby abbie gail",
    "abraham abe bram",
    "adam ad",
    "adelaide addie della",
    "agnes aggie nessie",
    "albert al bert bertie",
    "alexander alex al xander sandy sasha alec lex",
    "alexandra alex sandra sandy sasha lexi lexie alexa",
    "alfred al fred alf alfie",
    "alice ali allie",
    "allison ali allie ally",
    "amanda mandy manda",
    "amelia amy millie",
    "anastasia stacy ana",
    "andrea andi drea",
    "andrew andy drew",
    "angela angie",
    "ann annie nan nancy",
    "anna annie ann",
    "anthony tony ant",
    "antonia toni",
    "antonio tony toni",
    "archibald archie",
    "arnold arnie",
    "arthur art artie",
    "augustus gus august",
    "barbara barb babs barbie",
    "bartholomew bart",
    "beatrice bea trixie",
    "belinda bel linda",
    "benedict ben",
    "benjamin ben benny benji",
    "bernard bernie",
    "beverly bev",
    "bradley brad",
    "brandon bran",
    "brenda bren",
    "brian bri",
    "bridget bridie",
    "caroline carrie carol caro",
    "carolyn carol lyn carrie",
    "cassandra cassie cass sandra",
    "catherine cathy cate cat kate katie kathy kit",
    "cecilia cece celia",
    "charles charlie chuck chas chaz",
    "charlotte charlie lottie lotte char",
    "cheryl cher",
    "christian chris",
    "christina chris tina christy chrissy",
    "christine chris tina chrissy christy",
    "christopher chris kit topher",
    "clarence clancy",
    "clifford cliff",
    "constance connie",
    "cornelius neil corny",
    "cynthia cindy",
    "daniel dan danny",
    "danielle dani ellie",
    "david dave davey",
    "deborah deb debbie debra",
    "debra deb debbie",
    "dennis denny den",
    "diana di",
    "dolores lola",
    "dominic dom nick",
    "donald don donny",
    "dorothy dot dottie dolly",
    "douglas doug",
    "edmund ed eddie ned ted",
    "edward ed eddie ned ted teddy",
    "edwin ed eddie",
    "eileen leen",
    "elaine lainie",
    "eleanor ellie nell nora lena",
    "elizabeth liz lizzie beth betsy betty eliza elsie libby liza lisa bess lisbeth",
    "emily em emmy millie",
    "emma em emmy",
    "eric rick",
    "ernest ernie",
    "esther essie",
    "eugene gene",
    "evelyn eve evie",
    "ezekiel zeke",
    "florence flo florrie",
    "frances fran frannie francie",
    "francis frank fran",
    "franklin frank",
    "frederick fred freddie rick fritz",
    "gabriel gabe",
    "gabriella gabby ella",
    "gabrielle gabby ellie",
    "geoffrey geoff jeff",
    "george georgie",
    "georgina georgie gina",
    "gerald gerry jerry",
    "geraldine gerry",
    "gertrude gertie trudy",
    "gilbert gil bert",
    "gregory greg",
    "guillermo memo",
    "gwendolyn gwen wendy",
    "hannah hanna",
    "harold hal harry",
    "harriet hattie",
    "heather hettie",
    "helen nell nellie lena",
    "henrietta hettie etta",
    "henry hank harry hal",
    "herbert herb bert",
    "howard howie",
    "hubert bert hugh",
    "ian iain",
    "ignacio nacho",
    "irene rena",
    "isaac ike zac",
    "isabel izzy bella isa",
    "isabella izzy bella isa",
    "jacob jake jay",
    "jacqueline jackie jacqui",
    "james jim jimmy jamie jem",
    "jane janie",
    "janet jan",
    "janice jan",
    "jason jay jase",
    "jean jeannie",
    "jeffrey jeff geoff",
    "jennifer jen jenny jenn",
    "jeremy jem jerry",
    "jerome jerry",
    "jessica jess jessie",
    "jill jilly gill",
    "joan joanie",
    "joanna jo joann",
    "joanne jo",
    "john jack johnny jon jonny",
    "jonathan jon jonny john nathan",
    "jose pepe",
    "joseph joe joey jo",
    "josephine jo josie",
    "joshua josh",
    "joyce joy",
    "judith judy jude",
    "julia julie jules",
    "juliana julie",
    "julian jules",
    "karen kari",
    "katherine kate katie kathy kat kitty kay",
    "kathleen kate katie kathy kath",
    "kathryn kate katie kathy kat kate",
    "kenneth ken kenny",
    "kevin kev",
    "kimberly kim kimmy",
    "kristen kris",
    "kristina kris tina",
    "kristopher kris",
    "laura laurie lori",
    "lauren laurie ren",
    "laurence larry laurie",
    "lawrence larry lars laurie",
    "leo lee",
    "leonard len lenny leo",
    "leslie les",
    "lillian lil lily lilly",
    "linda lindy",
    "lionel leo",
    "louis lou louie",
    "louise lou",
    "lucille lucy",
    "lucas luke",
    "lydia liddy",
    "madeline maddie maddy",
    "madison maddie",
    "malcolm mal",
    "marcus marc mark",
    "margaret maggie meg peggy marge margie madge greta rita daisy",
    "maria mary mia",
    "marianne mary ann",
    "marion mary",
    "marjorie marge margie",
    "martha marty",
    "martin marty",
    "martina tina",
    "mary molly polly mamie",
    "matthew matt matty",
    "maureen mo",
    "maurice mo",
    "maximilian max",
    "maxwell max",
    "megan meg",
    "melanie mel",
    "melissa mel missy lissa",
    "mercedes mercy",
    "michael mike mikey mick micky mitch",
    "michelle shelly mich",
    "mildred millie",
    "miriam mimi",
    "mitchell mitch",
    "mohammed mo mohamed muhammad mohammad",
    "monica mona",
    "morris mo",
    "nancy nan",
    "natalie nat",
    "natasha tasha nat",
    "nathan nate nat",
    "nathaniel nate nat nathan",
    "neal neil",
    "nicholas nick nicky nico",
    "nicole nicky nikki",
    "nigel nige",
    "norman norm",
    "oliver ollie",
    "olivia liv livvy",
    "oscar ozzie",
    "pamela pam",
    "patricia pat patty trish tricia",
    "patrick pat paddy",
    "paul paulie",
    "paula pauly",
    "penelope penny",
    "percival percy",
    "peter pete",
    "philip phil pip",
    "phillip phil pip",
    "phyllis phyl",
    "priscilla cilla",
    "prudence prue",
    "rachel rae",
    "ralph ralphie",
    "randall randy",
    "randolph randy",
    "raymond ray",
    "rebecca becky becca",
    "regina gina",
    "reginald reg reggie",
    "richard rick rich dick ricky richie",
    "robert rob bob bobby robbie bert",
    "roberta bobbie",
    "roderick rod",
    "rodney rod",
    "roger rog",
    "roland rollie",
    "ronald ron ronnie",
    "rosemary rose rosie",
    "roxanne roxy",
    "russell russ",
    "ruth ruthie",
    "salvatore sal",
    "samantha sam sammy",
    "samuel sam sammy",
    "sandra sandy",
    "sarah sally sadie sara",
    "sebastian seb bastian",
    "sharon shari",
    "sheila shell",
    "shirley shirl",
    "sidney sid",
    "simon si",
    "solomon sol",
    "sophia sophie",
    "spencer spence",
    "stanley stan",
    "stephanie steph stevie",
    "stephen steve stevie steph",
    "steven steve stevie",
    "stewart stew stu",
    "stuart stu stew",
    "susan sue susie suzie",
    "susanna sue susie",
    "suzanne sue suzie",
    "sylvia syl",
    "tabitha tabby",
    "tamara tammy",
    "teresa terry tess tessa",
    "terence terry",
    "terrance terry",
    "thaddeus thad ted",
    "theodore ted teddy theo",
    "theresa terry tess tessa",
    "thomas tom tommy",
    "timothy tim timmy",
    "tobias toby",
    "tracey trace",
    "tyler ty",
    "valerie val",
    "vanessa nessa",
    "veronica ronnie vera",
    "victor vic",
    "victoria vicky tori vic",
    "vincent vince vinny",
    "virginia ginny ginger",
    "vivian viv",
    "wallace wally",
    "walter walt wally",
    "wendell wendy",
    "wesley wes",
    "wilfred will fred",
    "william bill billy will willy liam",
    "winifred winnie",
    "winston win",
    "yvonne vonnie",
    "zachary zach zack zac",
    "zoe zo",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_one_name_match() {
        assert_eq!(match_given("Bob", "Robert"), GivenMatch::Nickname);
        assert_eq!(match_given("Rob", "Bob"), GivenMatch::Nickname);
        assert_eq!(match_given("Alex", "Alexandra"), GivenMatch::Nickname);
        assert_eq!(match_given("Alexander", "Alexandra"), GivenMatch::Different);
        assert_eq!(match_given("J.", "Jane"), GivenMatch::Initial);
        assert_eq!(match_given("José", "jose"), GivenMatch::Equal);
        assert_eq!(match_given("", ""), GivenMatch::Different);
        assert_eq!(match_given("Ada", "Grace"), GivenMatch::Different);
    }

    #[test]
    fn every_listed_form_is_folded_and_listed_once_a_line() {
        for line in FAMILIES {
            assert_eq!(fold(line), *line);
        }
    }

    proptest! {
        #[test]
        fn comparing_is_symmetric(left in "[A-Za-z]{0,9}", right in "[A-Za-z]{0,9}") {
            prop_assert_eq!(match_given(&left, &right), match_given(&right, &left));
        }
    }
}
