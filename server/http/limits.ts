import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/**
 * How large a question may be. Nothing of the API needs more than half of it; the limits keep a query of a few
 * kilobytes from asking for millions of fields.
 */
export const LIMITS = { tokens: 2_000, depth: 10, fields: 1_000, aliases: 30 } as const;

const tooMuch = (what: string): GraphQLError =>
  new GraphQLError(`The query ${what}.`, { extensions: { code: "BAD_REQUEST", http: { spec: true, status: 400 } } });

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}
const NOTHING: Size = { depth: 0, fields: 0, aliases: 0 };

/** Measures a selection with its fragments spread out. A fragment is counted where it is used but measured once, however often that is. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Size>();

  constructor(document: DocumentNode) {
    this.#fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
    );
  }

  of(selections: SelectionSetNode | undefined): Size {
    let [depth, fields, aliases] = [0, 0, 0];
    for (const node of selections?.selections ?? []) {
      let size: Size;
      if (node.kind === Kind.FIELD) {
        // Introspection is deep by nature and answered from the schema alone.
        if (node.name.value.startsWith("__")) continue;
        const below = this.of(node.selectionSet);
        size = {
          depth: below.depth + 1,
          fields: below.fields + 1,
          aliases: below.aliases + (node.alias === undefined ? 0 : 1),
        };
      } else {
        size = node.kind === Kind.INLINE_FRAGMENT ? this.of(node.selectionSet) : this.#fragment(node.name.value);
      }
      depth = Math.max(depth, size.depth);
      fields += size.fields;
      aliases += size.aliases;
    }
    return { depth, fields, aliases };
  }

  #fragment(name: string): Size {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // Set before going down: a fragment that spreads itself is refused by GraphQL's own rule, and must not hang this one.
    this.#known.set(name, NOTHING);
    const size = this.of(this.#fragments.get(name)?.selectionSet);
    this.#known.set(name, size);
    return size;
  }
}

/** Validation rule: refuses a document that goes beyond {@link LIMITS}. */
export function sizeRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
      const measure = new Measure(document);
      for (const operation of operations) {
        const { depth, fields, aliases } = measure.of(operation.selectionSet);
        if (depth > LIMITS.depth) context.reportError(tooMuch(`is ${depth} levels deep; at most ${LIMITS.depth}`));
        if (fields > LIMITS.fields) context.reportError(tooMuch(`asks for ${fields} fields; at most ${LIMITS.fields}`));
        if (aliases > LIMITS.aliases) context.reportError(tooMuch(`has ${aliases} aliases; at most ${LIMITS.aliases}`));
      }
    },
  };
}
