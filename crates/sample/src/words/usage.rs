//! Names of what users do with the product, the frequent ones first.

/// What anybody does.
pub(crate) const ANYBODY: &[&str] = &[
    "Signed In",
    "Schedule Opened",
    "Notification Read",
    "Search Used",
    "Help Opened",
];

/// What the planted user personas do, in the order of their codes.
pub(crate) const MIXES: &[&[&str]] = &[
    &[
        "Shift Assigned",
        "Gap Filled",
        "Shift Swapped",
        "Week Copied",
        "Schedule Published",
        "Absence Entered",
    ],
    &[
        "Report Viewed",
        "Forecast Opened",
        "Report Exported",
        "Dashboard Edited",
        "Filter Saved",
        "Report Scheduled",
    ],
    &[
        "Mobile App Opened",
        "Message Sent",
        "Swap Approved",
        "Shift Confirmed",
        "Photo Attached",
    ],
    &[
        "User Added",
        "Rule Edited",
        "Import Run",
        "Permission Changed",
        "Audit Log Viewed",
        "User Removed",
    ],
];

/// What somebody does by habit, whatever their persona.
pub(crate) const NOISE: &[&str] = &[
    "Theme Changed",
    "Tour Skipped",
    "Sidebar Collapsed",
    "Language Switched",
    "Feedback Smiley Clicked",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::persona::USERS;

    #[test]
    fn every_user_persona_has_a_mix_of_its_own() {
        assert_eq!(MIXES.len(), USERS.len());
        let mut names: Vec<&str> = MIXES.iter().copied().flatten().copied().collect();
        names.extend(ANYBODY);
        names.extend(NOISE);
        let n_names = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), n_names);
    }
}
