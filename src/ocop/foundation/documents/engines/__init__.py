"""Makers of PDF, QR codes and spreadsheets. They know nothing of the programme."""
