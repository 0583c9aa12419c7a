"""Names and titles that the parser takes apart, joins or takes for something else."""
