import { graphql } from "./tada.ts";

export const STEPS = graphql(`
  query Steps($register: String!, $row: ID!) {
    steps(register: $register, row: $row) {
      to
      label
      allowed
      needs
      takes
      who
      warnings
      reasons {
        message
      }
    }
  }
`);

export const LINKS = graphql(`
  query Links($register: String!, $row: ID!) {
    links(register: $register, row: $row) {
      direction
      column
      columnLabel
      register
      id
      code
      title
      retired
      total
    }
  }
`);

export const IMPACT = graphql(`
  query Impact($register: String!, $row: ID!) {
    impactOf(register: $register, row: $row) {
      failed {
        id
        register
        code
        name
      }
      hits {
        id
        register
        code
        name
        through
        way
      }
    }
  }
`);

export const TIMERS = graphql(`
  query Timers($register: String!, $row: ID!) {
    timers(register: $register, row: $row) {
      timers {
        kind
        state
        from
        to
        priority
        target
        level {
          id
          code
          name
        }
        calendar {
          id
          code
          name
        }
        used
        clock
        remaining
        due
        warning
        pieces {
          kind
          from
          to
          counted
          why {
            lv
            en
          }
        }
      }
      turns {
        at
        what {
          lv
          en
        }
      }
    }
  }
`);

export const OVERVIEW = graphql(`
  query Overview {
    overview {
      groups {
        key
        label
        total
        items {
          register
          id
          code
          title
          why
          since
        }
      }
    }
  }
`);

export const LOOK_UP = graphql(`
  query LookUp($to: String!, $text: String!) {
    lookUp(to: $to, text: $text) {
      code
      name
      cell
    }
  }
`);
