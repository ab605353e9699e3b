"""Painting one person: layers from the backdrop to the glasses, each in a file of its own.

All layers work on a canvas of 512 × 768. The head's layers count from the middle of the face, which stands at
(256, 356); x grows to the right, y downwards; the head is about 200 wide and 265 high.
"""
