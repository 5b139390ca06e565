"""Recognition: the decision of the authority, the certificate of each product,
the proposal to the ministry.
"""
