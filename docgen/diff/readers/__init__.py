"""Who reads a comparison: the leader, the clerk, the applicant."""
