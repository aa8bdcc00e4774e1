import AuditCore
import XML

/// The attacks as they describe themselves, and what each cost the adversary.
enum AttackPart {
    static func element(_ attacks: [AttackDescriptor], _ book: PhraseBook) -> XMLElement {
        XMLElement("attacks", children: attacks.map { .element(attack($0, book)) })
    }

    private static func attack(_ attack: AttackDescriptor, _ book: PhraseBook) -> XMLElement {
        var element = XMLElement(
            "attack",
            attributes: [
                ("id", attack.id), ("smallestSample", NumberText.of(attack.smallestSample)),
                ("control", NumberText.of(attack.isControl)), ("population", attack.population.rawValue),
            ]
        )
        element.append(XMLElement("title", text: book.say(attack.title)))
        element.append(XMLElement("sentence", text: book.say(attack.sentence)))
        element.append(XMLElement("reference", text: book.say(attack.reference)))
        element.append(XMLElement("score", text: book.say(attack.score)))
        for access in attack.access {
            element.append(XMLElement("access", attributes: [("id", access.rawValue)], text: book.say(access.sentence)))
        }
        for knowledge in attack.knowledge {
            element.append(
                XMLElement("knowledge", attributes: [("id", knowledge.rawValue)], text: book.say(knowledge.sentence))
            )
        }
        for approach in attack.approaches { element.append(XMLElement("runsUnder", text: approach.rawValue)) }
        for parameter in attack.defaults {
            element.append(
                XMLElement("default", attributes: [("name", parameter.name), ("value", book.say(parameter.value))])
            )
        }
        return element
    }

    static func element(_ costs: [AttackCost]) -> XMLElement {
        XMLElement("costs", children: costs.map { .element(cost($0)) })
    }

    private static func cost(_ cost: AttackCost) -> XMLElement {
        XMLElement(
            "cost",
            attributes: [
                ("attack", cost.attack), ("approach", cost.approach.rawValue),
                ("queries", NumberText.of(cost.queries)), ("shadowRecords", NumberText.of(cost.shadowRecords)),
                ("coreSeconds", NumberText.of(cost.coreSeconds)),
            ]
        )
    }
}
