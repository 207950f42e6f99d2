import { graphql } from "./tada.ts";

export const ME = graphql(`
  query Me {
    me {
      person
      name
      institution
      institutionId
      roles
    }
  }
`);

export const SIGN_IN_CHOICES = graphql(`
  query SignInChoices {
    signInChoices {
      person
      name
      institution
      institutionId
      roles
    }
  }
`);

export const SIGN_IN = graphql(`
  mutation SignIn($person: ID!) {
    signIn(person: $person) {
      token
      expiresAt
    }
  }
`);

export const REGISTERS = graphql(`
  query Registers {
    registers {
      key
      rows
      mayCreate
      mayEdit
      mayRetire
      customFields {
        key
        label {
          lv
          en
        }
        help {
          lv
          en
        }
        type
        options
        required
        retired
      }
    }
  }
`);

export const PULL = graphql(`
  query Pull($register: String!, $since: String) {
    pull(register: $register, since: $since)
  }
`);

export const PUSH = graphql(`
  mutation Push($register: String!, $batch: ID!, $part: Int!, $rows: [PushRowInput!]!, $dryRun: Boolean!) {
    push(register: $register, batch: $batch, part: $part, rows: $rows, dryRun: $dryRun) {
      json
    }
  }
`);

export const UNDO = graphql(`
  mutation Undo($register: String!, $batch: ID!) {
    undo(register: $register, batch: $batch) {
      json
    }
  }
`);

export const HISTORY = graphql(`
  query History($register: String!, $row: ID!) {
    history(register: $register, row: $row) {
      version
      at
      by
      kind
      batch
      changes {
        column
        from
        to
      }
    }
  }
`);
