/// An attack that looks at all records of a person at once; it runs where the data name subjects.
public protocol SubjectAttack: Attack {}
