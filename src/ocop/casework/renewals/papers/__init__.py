"""The letter that calls for evaluation anew and the decision that extends, as PDF."""
