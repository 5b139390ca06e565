"""The pages of decisions, certificates, notices and proposals."""
