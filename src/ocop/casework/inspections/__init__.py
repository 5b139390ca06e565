"""Checks after award: the yearly plan by risk and turn, inspections, corrective orders, and what shoppers
report (article 9).
"""
