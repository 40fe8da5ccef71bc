import ts from 'typescript';

const NOTHING = ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never;

/** JSON Schema (2020-12, as OpenAPI 3.1 has it) of TypeScript types as JSON carries them. */
export class Schemas {
  #checker;
  #byType = new Map();
  #named = new Map();

  constructor(checker) {
    this.#checker = checker;
  }

  named() {
    return Object.fromEntries(this.#named);
  }

  /** Null where nothing is answered, or bytes. */
  ofAnswer(type) {
    if (type.flags & (NOTHING | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return null;
    const name = type.symbol?.name ?? '';
    return ['StreamableFile', 'Buffer', 'Uint8Array', 'Readable'].includes(name) ? null : this.of(type);
  }

  of(type) {
    if (type.isUnion()) return this.#union(type);
    if (type.flags & ts.TypeFlags.StringLiteral) return { type: 'string', enum: [type.value] };
    if (type.flags & ts.TypeFlags.NumberLiteral) return { type: 'number', enum: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { type: 'boolean', enum: [type.intrinsicName === 'true'] };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.#object(type);
    return {};
  }

  #union(type) {
    const parts = type.types.filter(({ flags }) => !(flags & NOTHING));
    const isNull = ({ flags }) => (flags & ts.TypeFlags.Null) !== 0;
    const rest = parts.filter((part) => !isNull(part));
    const schema = this.#choice(rest);
    if (rest.length === parts.length) return schema;
    if (typeof schema.type === 'string' && !schema.properties)
      return { ...schema, type: [schema.type, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }) };
    return { anyOf: [...(schema.anyOf ?? [schema]), { type: 'null' }] };
  }

  #choice(parts) {
    if (parts.length === 1) return this.of(parts[0]);
    const of = (flag) => parts.every(({ flags }) => flags & flag);
    if (of(ts.TypeFlags.StringLiteral)) return { type: 'string', enum: parts.map(({ value }) => value).sort() };
    if (of(ts.TypeFlags.NumberLiteral)) return { type: 'number', enum: parts.map(({ value }) => value) };
    if (of(ts.TypeFlags.BooleanLiteral)) return { type: 'boolean' };
    const schemas = parts.map((part) => this.of(part));
    const unique = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
    return unique.size === 1 ? schemas[0] : { anyOf: [...unique.values()] };
  }

  #object(type) {
    const checker = this.#checker;
    if (checker.isTupleType(type)) {
      const items = checker.getTypeArguments(type).map((item) => this.of(item));
      return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
    }
    if (checker.isArrayType(type)) return { type: 'array', items: this.of(checker.getTypeArguments(type)[0]) };
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    const name = this.#nameOf(type);
    if (!name) return this.#shape(type);
    if (!this.#byType.has(type)) {
      const free = this.#free(name);
      this.#byType.set(type, free);
      this.#named.set(free, {});
      this.#named.set(free, this.#shape(type));
    }
    return { $ref: `#/components/schemas/${this.#byType.get(type)}` };
  }

  /** Interfaces and named objects are components; what stands between braces is not. Generics carry their arguments. */
  #nameOf(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    if (!symbol || symbol.name.startsWith('__')) return null;
    const isOwn = symbol.declarations?.some((at) => !at.getSourceFile().fileName.includes('/node_modules/typescript/'));
    if (!isOwn) return null;
    const given = type.aliasTypeArguments ?? (type.target ? this.#checker.getTypeArguments(type) : []);
    const names = given.map((one) => this.#nameOf(one)).filter((one) => one && one !== symbol.name);
    return [symbol.name, ...names].join('_');
  }

  #free(name) {
    let free = name;
    for (let number = 2; this.#named.has(free); number++) free = `${name}${number}`;
    return free;
  }

  #shape(type) {
    const checker = this.#checker;
    const properties = {};
    const required = [];
    for (const property of checker.getPropertiesOfType(type)) {
      const declared = checker.getTypeOfSymbol(property);
      if (declared.getCallSignatures().length > 0) continue;
      const description = textOf(property, checker);
      const schema = this.of(declared);
      properties[property.name] = description ? { ...schema, description } : schema;
      const maybe = declared.isUnion() && declared.types.some(({ flags }) => flags & ts.TypeFlags.Undefined);
      if (!(property.flags & ts.SymbolFlags.Optional) && !maybe) required.push(property.name);
    }
    const values = checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
    const symbol = type.aliasSymbol ?? type.symbol;
    const description = symbol && !symbol.name.startsWith('__') ? textOf(symbol, checker) : '';
    return {
      type: 'object',
      ...(description && { description }),
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required: required.sort() }),
      ...(values && { additionalProperties: this.of(values) }),
    };
  }
}

const textOf = (symbol, checker) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
