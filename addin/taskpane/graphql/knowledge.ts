import type { KnowledgeService } from "../pages/knowledge/port.ts";
import type { ApiClient } from "./client.ts";
import { graphql } from "./tada.ts";

const ARTICLE = graphql(`
  fragment Article on FoundArticle @_unmask {
    id
    code
    title {
      text
      hit
    }
    snippet {
      text
      hit
    }
    level
    outdated
    reviewDue
    audience
    symptom
    cause
    solution
  }
`);

const SIMILAR = graphql(`
  fragment Similar on FoundRecord @_unmask {
    id
    code
    title {
      text
      hit
    }
    snippet {
      text
      hit
    }
    remedy
  }
`);

const SEARCH = graphql(
  `
    query SearchKnowledge($text: String!, $level: String) {
      searchKnowledge(text: $text, level: $level, first: 30) {
        ...Article
      }
    }
  `,
  [ARTICLE],
);

const SUGGEST = graphql(
  `
    query Suggest($register: String!, $title: String!, $description: String, $subject: String, $category: String) {
      suggest(
        register: $register
        title: $title
        description: $description
        subject: $subject
        category: $category
        limit: 5
      ) {
        articles {
          ...Article
        }
        knownErrors {
          ...Similar
        }
        closedIncidents {
          ...Similar
        }
        playbook {
          category
          text
        }
      }
    }
  `,
  [ARTICLE, SIMILAR],
);

/** What is known, as the server finds it. */
export function createKnowledge(api: ApiClient): KnowledgeService {
  return {
    search: async (text, level, signal) => (await api.query(SEARCH, { text, level }, signal)).searchKnowledge,
    suggest: async (written, signal) => (await api.query(SUGGEST, { ...written }, signal)).suggest,
  };
}
