"""The web face of the law: browse any rubric."""
