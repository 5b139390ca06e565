"""What comes before and after the end of a recognition: reminders, letters that call for evaluation anew,
producers who will not, extensions, cohorts (articles 7(6), 12).
"""
