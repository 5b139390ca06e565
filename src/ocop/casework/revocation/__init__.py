"""Taking a recognition back: grounds and their papers, verified by a second officer, decided by whom the law
names (article 8).
"""
