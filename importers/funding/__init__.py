"""Who paid, and how much: donors with their agencies, amounts of money, and the milestones that they belong to."""
