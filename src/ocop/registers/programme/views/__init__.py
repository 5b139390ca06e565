"""Pages of the provincial officer: rounds, and doubtful places of the law."""
