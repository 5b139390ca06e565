"""Stored files, papers and their numbers, and the engines that make PDF, QR and spreadsheets."""
