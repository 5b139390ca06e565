"""Dossiers of products: registration, self-assessment, evidence, receipt, checks by commune and province."""
