"""Samples and laboratories: what must be tested, who had the sample, what was found, and what follows."""
