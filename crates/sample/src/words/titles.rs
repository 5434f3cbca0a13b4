//! Posts in a company and the titles people in them carry.

use crate::dice::Dice;

/// A place in a company that somebody fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Post {
    Chief,
    Finance,
    Operations,
    InformationTechnology,
    FunctionHead,
    DepartmentHead,
    Security,
    Procurement,
    Legal,
    Assistant,
    TeamLead,
    Administrator,
    Specialist,
    Worker,
    Elsewhere,
}

/// How big a company is; titles depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Small,
    Middle,
    Large,
}

const CHIEF: &[&str] = &[
    "CEO",
    "Chief Executive Officer",
    "Managing Director",
    "President",
    "President & CEO",
];
const OWNER: &[&str] = &[
    "Owner",
    "Founder & CEO",
    "Managing Director",
    "CEO",
    "Co-Founder",
];
const FINANCE: &[&str] = &[
    "CFO",
    "Chief Financial Officer",
    "VP Finance",
    "VP of Finance",
    "Finance Director",
];
const FINANCE_SMALL: &[&str] = &[
    "Head of Finance",
    "Finance Manager",
    "Financial Controller",
    "CFO",
];
const OPERATIONS: &[&str] = &[
    "COO",
    "VP Operations",
    "SVP Operations",
    "Chief Operating Officer",
    "VP, Operations",
];
const OPERATIONS_SMALL: &[&str] = &[
    "Operations Director",
    "Head of Operations",
    "Operations Manager",
];
const IT: &[&str] = &[
    "CIO",
    "VP IT",
    "IT Director",
    "Director of Information Technology",
    "Head of IT",
];
const IT_SMALL: &[&str] = &["IT Manager", "Head of IT", "Systems Manager"];
const FUNCTION: &[&str] = &[
    "Director of Workforce Planning",
    "Head of Planning",
    "Director, Scheduling",
    "Head of Resource Planning",
    "Senior Director Planning",
    "Dir. Workforce Mgmt",
];
const FUNCTION_SMALL: &[&str] = &[
    "Planning Manager",
    "Scheduling Manager",
    "Head of Planning",
    "Resource Manager",
];
const DEPARTMENT: &[&str] = &[
    "VP Human Resources",
    "Director of Field Services",
    "Head of Customer Service",
    "VP Supply Chain",
    "Director of Quality",
    "Chief People Officer",
    "Regional Director",
    "Head of Compliance",
];
const SECURITY: &[&str] = &[
    "Security Architect",
    "Enterprise Architect",
    "Information Security Manager",
    "CISO",
    "Solution Architect",
    "Lead Integration Engineer",
];
const PROCUREMENT: &[&str] = &[
    "Procurement Manager",
    "Strategic Sourcing Manager",
    "Category Manager IT",
    "Head of Purchasing",
    "Senior Buyer",
    "Vendor Manager",
];
const LEGAL: &[&str] = &[
    "General Counsel",
    "Legal Counsel",
    "Senior Counsel",
    "Contracts Manager",
    "Corporate Counsel",
];
const ASSISTANT: &[&str] = &[
    "Executive Assistant",
    "Assistant to the CEO",
    "Office Manager",
    "EA to the COO",
    "Chief of Staff",
    "Personal Assistant to the Managing Director",
];
const LEAD: &[&str] = &[
    "Team Lead Scheduling",
    "Shift Manager",
    "Dispatch Manager",
    "Scheduling Supervisor",
    "Planning Team Lead",
    "Operations Team Manager",
];
const ADMINISTRATOR: &[&str] = &[
    "Systems Administrator",
    "Application Manager",
    "Business Systems Analyst",
    "Workforce Systems Specialist",
    "IT Application Owner",
];
const SPECIALIST: &[&str] = &[
    "Senior Planner",
    "Workforce Analyst",
    "Senior Scheduler",
    "Planning Analyst",
    "Data Analyst",
    "Senior Resource Planner",
    "Capacity Planner",
];
const WORKER: &[&str] = &[
    "Scheduler",
    "Dispatcher",
    "Planner",
    "Coordinator",
    "Shift Coordinator",
    "Operations Coordinator",
    "Rota Clerk",
    "Scheduling Assistant",
    "Junior Planner",
];
const ELSEWHERE: &[&str] = &[
    "Director of Special Projects",
    "Head of Transformation",
    "Program Manager",
    "VP Strategy",
    "Director, Integration Office",
];

/// A title for the post in a company of this size.
pub(crate) fn title(dice: &mut Dice, post: Post, size: Size) -> &'static str {
    let is_small = size == Size::Small;
    let titles = match post {
        Post::Chief if is_small => OWNER,
        Post::Chief => CHIEF,
        Post::Finance if is_small => FINANCE_SMALL,
        Post::Finance => FINANCE,
        Post::Operations if is_small => OPERATIONS_SMALL,
        Post::Operations => OPERATIONS,
        Post::InformationTechnology if is_small => IT_SMALL,
        Post::InformationTechnology => IT,
        Post::FunctionHead if is_small => FUNCTION_SMALL,
        Post::FunctionHead => FUNCTION,
        Post::DepartmentHead => DEPARTMENT,
        Post::Security => SECURITY,
        Post::Procurement => PROCUREMENT,
        Post::Legal => LEGAL,
        Post::Assistant => ASSISTANT,
        Post::TeamLead => LEAD,
        Post::Administrator => ADMINISTRATOR,
        Post::Specialist => SPECIALIST,
        Post::Worker => WORKER,
        Post::Elsewhere => ELSEWHERE,
    };
    dice.word(titles)
}

/// The department a post belongs to, as a CRM field has it.
pub(crate) fn department(post: Post) -> &'static str {
    match post {
        Post::Chief | Post::Assistant => "Executive",
        Post::Finance => "Finance",
        Post::Operations | Post::TeamLead | Post::Worker => "Operations",
        Post::InformationTechnology | Post::Security | Post::Administrator => "IT",
        Post::FunctionHead | Post::Specialist => "Planning",
        Post::DepartmentHead | Post::Elsewhere => "",
        Post::Procurement => "Procurement",
        Post::Legal => "Legal",
    }
}

/// The posts a company of this size has.
pub(crate) fn posts(size: Size) -> Vec<Post> {
    let mut posts = vec![
        Post::Chief,
        Post::Finance,
        Post::Operations,
        Post::FunctionHead,
        Post::InformationTechnology,
        Post::TeamLead,
        Post::Administrator,
        Post::Specialist,
        Post::Worker,
        Post::Worker,
    ];
    if size != Size::Small {
        posts.extend([
            Post::Procurement,
            Post::Legal,
            Post::Assistant,
            Post::DepartmentHead,
            Post::TeamLead,
            Post::Specialist,
            Post::Worker,
            Post::Worker,
        ]);
    }
    if size == Size::Large {
        posts.extend([
            Post::Security,
            Post::DepartmentHead,
            Post::TeamLead,
            Post::Specialist,
            Post::Specialist,
            Post::Worker,
            Post::Worker,
            Post::Worker,
            Post::Worker,
        ]);
    }
    posts
}
